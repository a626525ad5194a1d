"""The style sheet for the few widgets Qt draws itself: text fields, scroll bars, menus, tips.

No rule sets the font of everything: `* {font-size}` would beat `setFont` on every label.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

RULES = Template("""
QToolTip { background: $tip; color: $ontip; border: 0; padding: ${p6}px; }
#page, #room { background: $bg; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled, QScrollArea > QWidget#qt_scrollarea_viewport
  { background: transparent; border: 0; }
QListView { background: transparent; border: 0; outline: 0; }
QLineEdit { margin: 4px; min-height: ${inner}px; border: 1px solid $edge; border-radius: ${r12}px; background: $surface;
  color: $text; padding: 1px ${p13}px; placeholder-text-color: $muted; selection-background-color: $primary; selection-color: $onprimary; }
QLineEdit:focus { border: 2px solid $primary; padding: 0 ${p12}px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunk; color: $muted; border-color: $line; }
QLineEdit[wrong="true"] { border: 2px solid $bad; padding: 0 ${p12}px; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus
  { margin: 0; border: 0; background: transparent; padding: 0; border-radius: 0; }
QPlainTextEdit { margin: 4px; border: 1px solid $edge; border-radius: ${r12}px; background: $surface; color: $text;
  padding: ${p10}px; placeholder-text-color: $muted; selection-background-color: $primary; selection-color: $onprimary; }
QPlainTextEdit:focus { border: 2px solid $primary; padding: ${p9}px; }
QPlainTextEdit[wrong="true"] { border: 2px solid $bad; padding: ${p9}px; }
QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus
  { margin: 0; border: 0; background: transparent; padding: 0; }
QPlainTextEdit > QWidget { background: transparent; }
QDialog { background: $bg; }
QPushButton { min-height: ${button}px; min-width: ${p24}px; padding: 0 ${p24}px; border: 1px solid $edge; border-radius: ${r12}px;
  background: $surface; color: $text; }
QPushButton:hover { border-color: $primary; }
QPushButton:default { background: $primary; color: $onprimary; border-color: $primary; }
QPushButton:focus { border: 2px solid $focus; }
QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: ${p6}px; icon-size: ${p20}px; }
QMenu::item { min-height: ${menu}px; min-width: ${p150}px; padding: 0 ${p24}px 0 ${p10}px; border-radius: ${p8}px; }
QMenu::item:selected { background: $primarysoft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: ${p10}px; }
QMenu::separator { height: 1px; background: $line; margin: ${p6}px ${p10}px; }
QScrollBar:vertical { width: ${bar}px; background: transparent; margin: 2px; }
QScrollBar::handle:vertical { background: $edge; border-radius: ${knob}px; min-height: 44px; }
QScrollBar:horizontal { height: ${bar}px; background: transparent; margin: 2px; }
QScrollBar::handle:horizontal { background: $edge; border-radius: ${knob}px; min-width: 44px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def rules(tokens: Mapping[str, str], px: Callable[[float], int], tall: Callable[[float], int]) -> str:
    """Return the sheet for one look."""
    sizes = {f"p{n}": px(n) for n in (6, 8, 9, 10, 12, 13, 20, 24, 150)}
    bar = 12
    return RULES.substitute(
        {k: v for k, v in tokens.items() if k.isidentifier() and k not in sizes},
        **sizes,
        r12=px(12),
        inner=tall(44) - 4,
        menu=tall(44),
        button=tall(44) - 2,
        bar=bar,
        knob=(bar - 4) // 2,
    )
