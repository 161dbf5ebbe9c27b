// Fetches a page: node fetch.js ROOT URL [CERTIFICATE KEY PASSPHRASE]
const fs = require("fs");
const https = require("https");

const [root, url, certificate, key, passphrase] = process.argv.slice(2);
const identity = certificate ? { cert: fs.readFileSync(certificate), key: fs.readFileSync(key), passphrase } : {};
const refuse = (error) => {
    console.error(error.code, error.message);
    process.exit(1);
};
try {
    https.get(url, { ca: fs.readFileSync(root), agent: false, timeout: 20000, ...identity }, (answer) => {
        answer.pipe(process.stdout);
        answer.on("error", refuse);
    }).on("error", refuse);
} catch (error) {
    refuse(error);
}
