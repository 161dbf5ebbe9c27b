// The drawing itself (SVG 2). Its sizes are in pixels.

extension ChainDrawing {
    private enum Size {
        static let step = 32, boxWidth = 400, boxHeight = 56, lineHeight = 19, gap = 14
        /// From the arrow to the checks beside it.
        static let checkIndent = 16
        /// The box of an issuer that was not taken, and the room between the dashed lines of several.
        static let detourWidth = 370, detourHeight = 46, detourLane = 12
    }

    /// The drawing. Each box is as far below the one before as the lines between them ask for.
    var svg: String {
        var body = ""
        var y = 1
        var bottoms: [Int: Int] = [:]
        for box in boxes {
            let x = 1 + box.depth * Size.step
            if let issuer = box.issuer, let top = bottoms[issuer] {
                y += Size.gap
                body += lines(box.marks, x: x + Size.checkIndent, y: y)
                y += box.marks.count * Size.lineHeight + 6
                body += detours(box, x: x, y: &y)
                let isGood = !box.marks.contains { $0.outcome == .no }
                body += arrow(x: x - Size.step / 2, from: top, to: y + Size.boxHeight / 2, end: x, isGood)
            } else if y > 1 {
                y += Size.gap * 2
            }
            if box.issuer == nil { body += detours(box, x: x, y: &y) }
            body += drawn(box, x: x, y: y)
            y += Size.boxHeight
            bottoms[box.id] = y
            if !box.below.isEmpty {
                body += lines(box.below, x: x + Size.step / 2 + Size.checkIndent, y: y + 4)
                y += box.below.count * Size.lineHeight + 6
            }
        }
        let width = boxes.map(self.width).max() ?? 0
        return "<svg viewBox=\"0 0 \(width) \(y + 2)\" width=\"\(width)\" height=\"\(y + 2)\" role=\"group\" "
            + "aria-labelledby=\"\(name)-title \(name)-text\"><title id=\"\(name)-title\">"
            + "\(HTMLText.escaped(title))</title>"
            + "<desc id=\"\(name)-text\">\(HTMLText.escaped(description))</desc>\(body)</svg>"
    }

    /// How far to the right a box and the checks around it reach. A browser alone knows how wide its letters are; eight
    /// pixels are more than most have.
    private func width(_ box: Box) -> Int {
        let longest = (box.marks + box.below).map { $0.sentence.count + $0.clause.count + 3 }.max() ?? 0
        let checks = longest == 0 ? 0 : Size.step / 2 + Size.checkIndent + longest * 8
        let lanes = box.detours.isEmpty ? 0 : Size.boxWidth + (box.detours.count + 1) * Size.detourLane
        return box.depth * Size.step + max(Size.boxWidth, checks, lanes) + 2
    }

    private func drawn(_ box: Box, x: Int, y: Int) -> String {
        let kind = box.isMissing ? "box missing" : box.isGood ? "box" : "box bad"
        let drawn =
            "<g class=\"\(kind)\"><title>\(HTMLText.escaped(box.tooltip))</title>"
            + "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Size.boxWidth)\" height=\"\(Size.boxHeight)\" rx=\"8\"/>"
            + "<text class=\"n\" x=\"\(x + 14)\" y=\"\(y + 24)\">"
            + HTMLText.escaped(HTMLText.shortened(box.title, columns: 44)) + "</text>"
            + "<text x=\"\(x + 14)\" y=\"\(y + 44)\">"
            + "\(HTMLText.escaped(HTMLText.shortened(box.words, columns: 58)))</text></g>"
        return linked(box.link, drawn)
    }

    private func linked(_ link: String, _ drawn: String) -> String {
        link.isEmpty ? drawn : "<a href=\"#\(link)\">\(drawn)</a>"
    }

    private func arrow(x: Int, from top: Int, to bottom: Int, end: Int, _ isGood: Bool) -> String {
        let bad = isGood ? "" : " bad"
        return "<path class=\"edge\(bad)\" d=\"M\(x) \(top)V\(bottom)H\(end - 2)\"/>"
            + "<path class=\"head\(bad)\" d=\"M\(end - 8) \(bottom - 5)l6 5l-6 5\"/>"
    }

    private func lines(_ marks: [Mark], x: Int, y: Int) -> String {
        marks.enumerated().map { index, mark in
            linked(
                mark.link,
                "<text class=\"\(mark.outcome)\" x=\"\(x)\" y=\"\(y + index * Size.lineHeight + 14)\">"
                    + HTMLText.escaped("\(mark.outcome.sign) \(mark.sentence)")
                    + "<tspan class=\"clause\" dx=\"8\">\(HTMLText.escaped(mark.clause))</tspan></text>")
        }.joined()
    }

    /// The issuers that were not taken, one below the other. A dashed line leads from each around the right to the box
    /// below all.
    private func detours(_ box: Box, x: Int, y: inout Int) -> String {
        guard !box.detours.isEmpty else { return "" }
        let bottom = y + box.detours.count * (Size.detourHeight + 8) + Size.boxHeight / 2
        var drawn = ""
        for (index, detour) in box.detours.enumerated() {
            let left = x + Size.checkIndent
            let right = left + Size.detourWidth
            let lane = x + Size.boxWidth + (box.detours.count - index) * Size.detourLane
            let end = bottom + (index - box.detours.count / 2) * 7
            drawn += "<path class=\"edge untaken\" d=\"M\(right) \(y + Size.detourHeight / 2)H\(lane)V\(end)"
            drawn +=
                "H\(x + Size.boxWidth + 2)\"/><path class=\"head bad\" d=\"M\(x + Size.boxWidth + 8) \(end - 5)l-6 5l6 "
                + "5\"/>"
            drawn += linked(
                detour.link,
                "<g class=\"box untaken\"><rect x=\"\(left)\" y=\"\(y)\" width=\"\(Size.detourWidth)\" "
                    + "height=\"\(Size.detourHeight)\" "
                    + "rx=\"8\"/><text x=\"\(left + 12)\" y=\"\(y + 19)\">"
                    + HTMLText.escaped(HTMLText.shortened("not taken: \(detour.title)", columns: 50))
                    + "</text><text class=\"no\" x=\"\(left + 12)\" y=\"\(y + 37)\">"
                    + HTMLText.escaped(HTMLText.shortened("✗ \(detour.sentence)", columns: 52)) + "</text></g>")
            y += Size.detourHeight + 8
        }
        return drawn
    }
}
