// Every text that is to be seen, with the contrast to what is behind it (WCAG 2.2 §1.4.3): those below 4.5.
(() => {
  // An sRGB colour as numbers; alpha 0 where nothing is painted.
  const parse = (color) => {
    const numbers = color.match(/[\d.]+/g)?.map(Number) ?? [];
    return { rgb: numbers.slice(0, 3), alpha: numbers.length > 3 ? numbers[3] : color === "none" ? 0 : 1 };
  };
  // Relative luminance, as WCAG defines it.
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const background = (element) => {
    const rect = element instanceof SVGElement && element.closest("g")?.querySelector("rect");
    if (rect) return parse(getComputedStyle(rect).fill).rgb;
    for (let e = element; e; e = e.parentElement) {
      const { rgb, alpha } = parse(getComputedStyle(e).backgroundColor);
      if (alpha === 1) return rgb;
      if (alpha > 0) throw new Error("half transparent: " + e.className);
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("script, style, title, desc") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const color = parse(element instanceof SVGElement ? style.fill : style.color);
    const ratio = contrast(color.rgb, background(element));
    count += 1;
    if (ratio < 4.5 || color.alpha < 1) {
      poor.add(`${ratio.toFixed(2)} ${element.localName}.${element.getAttribute("class")} in ${element.parentElement.className}`);
    }
  }
  return { count, poor: [...poor] };
})()
