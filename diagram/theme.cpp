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
    t.id = 1;
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

Theme makeHighLight()
{
    Theme t;
    t.strong = true;
    t.id = 2;
    t.win = t.bar = t.surf = t.canvas = t.code = rgb(0xFFFFFF), t.sunken = rgb(0xF2F2F2);
    t.line = rgb(0x595959), t.line2 = rgb(0x000000), t.grid = rgb(0x8A8A8A);
    t.ink = rgb(0x000000), t.ink2 = rgb(0x1A1A1A), t.ink3 = rgb(0x333333);
    t.accent = rgb(0x0A3A8C), t.onAccent = rgb(0xFFFFFF), t.sel = rgb(0xC4DAFF), t.hover = rgb(0xE6E6E6);
    t.present = rgb(0x0B5A53), t.presentT = rgb(0xDDF3EF);
    t.partial = rgb(0x724100), t.partialT = rgb(0xFFEBC8), t.footH = rgb(0xFFDA9E);
    t.missing = rgb(0x960018), t.missingT = rgb(0xFFE1E5), t.footM = rgb(0xFFC4CC);
    t.unknown = rgb(0x443F73), t.unknownT = rgb(0xE9E7F7), t.footU = rgb(0xD8D5EE);
    t.na = rgb(0x6B6B6B), t.naT = rgb(0xF2F2F2), t.footN = rgb(0xE6E6E6);
    t.critical = rgb(0x5A0020), t.onCritical = rgb(0xFFFFFF), t.high = rgb(0x960018);
    t.medium = rgb(0x724100), t.low = rgb(0x1A4776), t.info = rgb(0x333333);
    t.edge = rgb(0x383838), t.edgeLatent = rgb(0x595959);
    t.lit = rgb(0x000000), t.litCase = rgb(0xFFD000), t.litCase2 = rgb(0xFFE680);
    t.litRing = rgb(0x7A5200), t.litFill = rgb(0xFFF0B3);
    t.ns = rgb(0x595959), t.nsFill = rgb(0xFAFAFA), t.nsTab = rgb(0xE6E6E6);
    t.core = {rgb(0xFFFFFF), rgb(0xE0E0E0), rgb(0xA8A8A8), rgb(0x000000)};
    t.coreLine = rgb(0x000000), t.codeHi = rgb(0xFFE680);
    t.family = {rgb(0x5C4020), rgb(0x24448C), rgb(0x0B5264), rgb(0x3F4B14), rgb(0x6E2850), rgb(0x443880), rgb(0x2E4856)};
    t.focus = t.accent;
    return t;
}

Theme makeHighDark()
{
    Theme t;
    t.dark = t.strong = true;
    t.id = 3;
    t.win = t.bar = t.surf = t.canvas = t.code = rgb(0x000000), t.sunken = rgb(0x0D0D0D);
    t.line = rgb(0xA0A0A0), t.line2 = rgb(0xFFFFFF), t.grid = rgb(0x707070);
    t.ink = rgb(0xFFFFFF), t.ink2 = rgb(0xF0F0F0), t.ink3 = rgb(0xD0D0D0);
    t.accent = rgb(0x9CC4FF), t.onAccent = rgb(0x000000), t.sel = rgb(0x12366F), t.hover = rgb(0x262626);
    t.present = rgb(0x5EE0D0), t.presentT = rgb(0x003832);
    t.partial = rgb(0xFFB84D), t.partialT = rgb(0x3D2600), t.footH = rgb(0x523300);
    t.missing = rgb(0xFF9485), t.missingT = rgb(0x4A0E08), t.footM = rgb(0x611208);
    t.unknown = rgb(0xC5C0FF), t.unknownT = rgb(0x26244A), t.footU = rgb(0x312F5C);
    t.na = rgb(0xA0A0A0), t.naT = rgb(0x0D0D0D), t.footN = rgb(0x262626);
    t.critical = rgb(0xFFB3C4), t.onCritical = rgb(0x000000), t.high = rgb(0xFF9485);
    t.medium = rgb(0xFFB84D), t.low = rgb(0xA9CCFF), t.info = rgb(0xD0D0D0);
    t.edge = rgb(0xD0D0D0), t.edgeLatent = rgb(0xA8A8A8);
    t.lit = rgb(0xFFE600), t.litCase = rgb(0x4A3B00), t.litCase2 = rgb(0x2E2500);
    t.litRing = rgb(0xFFE600), t.litFill = rgb(0x3D3200);
    t.ns = rgb(0xC0C0C0), t.nsFill = rgb(0x0A0A0A), t.nsTab = rgb(0x262626);
    t.core = {rgb(0x000000), rgb(0x333333), rgb(0x6E6E6E), rgb(0xFFFFFF)};
    t.coreLine = rgb(0xFFFFFF), t.codeHi = rgb(0x5C4A00);
    t.family = {rgb(0xE0BE92), rgb(0xB0C6FF), rgb(0x86DCEC), rgb(0xCBDB8E), rgb(0xF0B4D4), rgb(0xCFC4FF), rgb(0xB8D0DE)};
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

const Theme& highContrastTheme(bool dark)
{
    static const Theme onWhite = makeHighLight(), onBlack = makeHighDark();
    return dark ? onBlack : onWhite;
}

const Theme& paperTheme()
{
    static const Theme theme = makePaper();
    return theme;
}

} // namespace bartizan::diagram
