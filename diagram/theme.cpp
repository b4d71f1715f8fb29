// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/theme.h"

namespace bartizan::diagram {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Theme makeLight()
{
    Theme t;
    t.win = rgb(0xEEEDE9), t.bar = rgb(0xE6E4DE);
    t.surf = rgb(0xFFFFFF), t.canvas = rgb(0xFAF9F6), t.sunken = rgb(0xF3F2EE);
    t.line = rgb(0xD6D3CB), t.line2 = rgb(0xC2BEB4), t.grid = rgb(0xE9E7E1);
    t.ink = rgb(0x20242A), t.ink2 = rgb(0x565B63), t.ink3 = rgb(0x61666E);
    t.accent = rgb(0x2B5FB8), t.onAccent = rgb(0xFFFFFF), t.sel = rgb(0xDCE6F7), t.hover = rgb(0xF0EEE8);
    t.present = rgb(0x14776F), t.presentT = rgb(0xDDEFEC);
    t.partial = rgb(0xA86200), t.partialT = rgb(0xF8EBD3), t.footH = rgb(0xF3DFBB);
    t.missing = rgb(0xB5152E), t.missingT = rgb(0xFAE1E3), t.footM = rgb(0xF6CBD0);
    t.unknown = rgb(0x66628A), t.unknownT = rgb(0xE9E8F2), t.footU = rgb(0xDEDCEB);
    t.na = rgb(0xB5B1A7), t.naT = rgb(0xF3F2EE), t.footN = rgb(0xECE9E2);
    t.critical = rgb(0x6E0A2B), t.onCritical = rgb(0xFFFFFF), t.high = rgb(0xB5152E);
    t.medium = rgb(0xA86200), t.low = rgb(0x3F648F), t.info = rgb(0x61666E);
    t.edge = rgb(0x6A7079), t.edgeLatent = rgb(0x7F848D);
    t.lit = rgb(0x15181C), t.litCase = rgb(0xFFD84A), t.litCase2 = rgb(0xFFEFB3);
    t.litRing = rgb(0xFFD84A), t.litFill = rgb(0xFFF3C4);
    t.ns = rgb(0xA9A499), t.nsFill = rgb(0xF4F2EC), t.nsTab = rgb(0xE7E4DC);
    t.core = {rgb(0xFFFFFF), rgb(0xE9E6DE), rgb(0xB9B8B4), rgb(0x2B3038)};
    t.coreLine = rgb(0x8E9299), t.code = rgb(0xFBFAF7), t.codeHi = rgb(0xFFEFB3);
    t.family = {rgb(0x7A5A36), rgb(0x3F5EA0), rgb(0x1F7386), rgb(0x5C6B2F), rgb(0x8B4668), rgb(0x6656A3), rgb(0x4A6472)};
    t.focus = t.accent;
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.win = rgb(0x202429), t.bar = rgb(0x2A2F35);
    t.surf = rgb(0x1B1F23), t.canvas = rgb(0x16191D), t.sunken = rgb(0x181B1F);
    t.line = rgb(0x363C44), t.line2 = rgb(0x4B525B), t.grid = rgb(0x20252A);
    t.ink = rgb(0xE8E6E0), t.ink2 = rgb(0xB3B6BA), t.ink3 = rgb(0x989DA4);
    t.accent = rgb(0x7FA8F0), t.onAccent = rgb(0x10151D), t.sel = rgb(0x2A3B57), t.hover = rgb(0x2A2F35);
    t.present = rgb(0x4DB9AC), t.presentT = rgb(0x17332F);
    t.partial = rgb(0xE2A03A), t.partialT = rgb(0x382B14), t.footH = rgb(0x4A3717);
    t.missing = rgb(0xFF705C), t.missingT = rgb(0x42211C), t.footM = rgb(0x5A2A23);
    t.unknown = rgb(0xA6A2CC), t.unknownT = rgb(0x2A2A3A), t.footU = rgb(0x343346);
    t.na = rgb(0x555B63), t.naT = rgb(0x202429), t.footN = rgb(0x2A2E33);
    t.critical = rgb(0xFFA9BA), t.onCritical = rgb(0x2A0611), t.high = rgb(0xFF705C);
    t.medium = rgb(0xE2A03A), t.low = rgb(0x8DB2E0), t.info = rgb(0x989DA4);
    t.edge = rgb(0x8A9099), t.edgeLatent = rgb(0x737982);
    t.lit = rgb(0xFFE27A), t.litCase = rgb(0x514109), t.litCase2 = rgb(0x2E2810);
    t.litRing = rgb(0xE8BE2C), t.litFill = rgb(0x3A3318);
    t.ns = rgb(0x59616A), t.nsFill = rgb(0x1C2025), t.nsTab = rgb(0x2C3239);
    t.core = {rgb(0x16191D), rgb(0x2D333A), rgb(0x676E77), rgb(0xE8E6E0)};
    t.coreLine = rgb(0x757C85), t.code = rgb(0x16191D), t.codeHi = rgb(0x4A3E14);
    t.family = {rgb(0xC9A57A), rgb(0x8FAAE0), rgb(0x6FBFD0), rgb(0xAFBE78), rgb(0xD598B8), rgb(0xB4A6E8), rgb(0x9DB5C2)};
    t.focus = t.accent;
    return t;
}

Theme makePaper()
{
    Theme t = makeLight();
    t.canvas = rgb(0xFFFFFF);
    return t;
}

} // namespace

QColor Theme::onCore(int level) const
{
    if (dark)
        return level == 3 ? canvas : ink;
    return level == 3 ? surf : ink;
}

const Theme& lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& paperTheme()
{
    static const Theme theme = makePaper();
    return theme;
}

} // namespace bartizan::diagram
