import java.io.FileInputStream;
import java.net.URL;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Fetches a page: java Fetch.java ROOT URL [PKCS12 PASSPHRASE], where the PKCS #12 file has the client's identity. */
class Fetch {
    public static void main(String[] arguments) throws Exception {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (FileInputStream file = new FileInputStream(arguments[0])) {
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                anchors.setCertificateEntry("root " + anchors.size(), root);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        KeyManagerFactory identity = KeyManagerFactory.getInstance("PKIX");
        try {
            if (arguments.length > 2) {
                char[] passphrase = arguments[3].toCharArray();
                KeyStore keys = KeyStore.getInstance("PKCS12");
                try (FileInputStream file = new FileInputStream(arguments[2])) {
                    keys.load(file, passphrase);
                }
                identity.init(keys, passphrase);
            } else {
                identity.init(null, null);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
            HttpsURLConnection connection = (HttpsURLConnection) new URL(arguments[1]).openConnection();
            connection.setSSLSocketFactory(context.getSocketFactory());
            connection.setConnectTimeout(20_000);
            connection.setReadTimeout(20_000);
            System.out.write(connection.getInputStream().readAllBytes());
            System.out.flush();
        } catch (java.io.IOException | java.security.GeneralSecurityException problem) {
            for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
                System.err.println(cause);
            }
            System.exit(1);
        }
    }
}
