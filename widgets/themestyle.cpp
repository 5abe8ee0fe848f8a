// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet of the application, apart from the colours in theme.cpp because it changes for other reasons.
#include "theme.h"

#include <QStringList>

#include <utility>

namespace griddesk {

namespace {

/// Style rules with colour names in braces; sizes are in logical pixels, which Qt scales with the screen.
constexpr const char* rules = R"(
* { outline: none; }
QWidget { color: {text}; font-size: {base}px; }
QMainWindow, QDialog, QSplitter { background: {window}; }
QToolTip { background: {card}; color: {text}; border: 1px solid {border}; padding: 5px 8px; }
QFrame[panel="true"], QWidget[panel="true"] { background: {panel}; }
QFrame[card="true"] { background: {card}; border: 1px solid {border}; border-radius: 6px; }
QFrame[separator="true"] { background: {border}; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[muted="true"] { color: {textMuted}; }
QLabel[heading="true"] { font-size: {heading}px; font-weight: 600; }
QLabel[title="true"] { font-size: {title}px; font-weight: 600; }
QLabel[small="true"] { font-size: {small}px; color: {textMuted}; }
QLabel[chip="ok"] { background: {okSoft}; color: {okText}; border-radius: 9px; padding: 1px 9px; }
QLabel[chip="warn"] { background: {warnSoft}; color: {warnText}; border-radius: 9px; padding: 1px 9px; }
QLabel[chip="bad"] { background: {badSoft}; color: {badText}; border-radius: 9px; padding: 1px 9px; }
QLabel[chip="info"] { background: {accentSoft}; color: {accent}; border-radius: 9px; padding: 1px 9px; }
QLabel[chip="plain"] { background: {hover}; color: {textMuted}; border-radius: 9px; padding: 1px 9px; }
QMenuBar { background: {panel}; border-bottom: 1px solid {border}; padding: 1px 4px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: {hover}; color: {text}; }
QMenu { background: {card}; border: 1px solid {border}; padding: 4px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 4px; }
QMenu::item:selected { background: {selection}; color: {selectionText}; }
QMenu::item:disabled { color: {textDisabled}; }
QMenu::separator { height: 1px; background: {border}; margin: 4px 8px; }
QToolBar { background: {panel}; border: none; border-bottom: 1px solid {border}; spacing: 4px; padding: 4px 8px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 5px 10px; }
QToolButton:hover { background: {hover}; }
QToolButton:pressed, QToolButton:checked { background: {accentSoft}; border-color: {accent}; }
QToolButton:disabled { color: {textDisabled}; }
QPushButton { background: {card}; border: 1px solid {border}; border-radius: 5px; padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: {hover}; border-color: {accent}; }
QPushButton:pressed { background: {accentSoft}; }
QPushButton:focus { border: 2px solid {accent}; padding: 5px 13px; }
QPushButton:disabled { color: {textDisabled}; background: {panel}; }
QPushButton[primary="true"] { background: {accent}; color: {accentText}; border-color: {accent}; font-weight: 600; }
QPushButton[primary="true"]:hover { border-color: {text}; }
QPushButton[primary="true"]:disabled { background: {panel}; color: {textDisabled}; border-color: {border}; }
QPushButton[danger="true"] { color: {badText}; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: {accent}; padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: {hover}; }
QPushButton[segment="true"] { padding: 4px 10px; }
QPushButton[segment="true"]:focus { padding: 3px 9px; }
QPushButton[segment="true"]:checked { background: {accentSoft}; border-color: {accent}; color: {accent}; font-weight: 600; }
QLabel[problem="true"] { color: {badText}; }
QLabel[note="true"] { background: {accentSoft}; border-radius: 6px; padding: 7px 10px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateTimeEdit, QDateEdit {
    background: {card}; color: {text}; border: 1px solid {border}; border-radius: 5px; padding: 5px 8px;
    selection-background-color: {selection}; selection-color: {selectionText}; }
QLineEdit { lineedit-clear-button-icon: url(:/signs/pictures/clear-{name}.svg); }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: {textMuted}; }
*[dense="true"] QLineEdit, *[dense="true"] QComboBox { padding: 3px 8px; }
*[dense="true"] QLineEdit:focus, *[dense="true"] QComboBox:focus { padding: 2px 7px; }
*[dense="true"] QPushButton { padding: 4px 12px; }
*[dense="true"] QPushButton:focus { padding: 3px 11px; }
*[dense="true"] QPushButton[segment="true"] { padding: 3px 10px; }
*[dense="true"] QPushButton[segment="true"]:focus { padding: 2px 9px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus { border: 2px solid {accent}; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: {textDisabled}; background: {panel}; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid {critical}; padding: 4px 7px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/signs/pictures/arrow-{name}.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: {card}; border: 1px solid {border}; selection-background-color: {selection}; selection-color: {selectionText}; }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {textMuted}; border-radius: 3px; background: {card}; }
QCheckBox::indicator:hover { border-color: {accent}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/signs/pictures/tick-{name}.svg); }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid {textMuted}; border-radius: 7px; background: {card}; }
QRadioButton::indicator:hover { border-color: {accent}; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid {accent}; }
QRadioButton::indicator:disabled { border-color: {border}; }
QCheckBox:focus, QRadioButton:focus { color: {accent}; }
QAbstractScrollArea { background: {card}; border: 1px solid {border}; border-radius: 6px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractItemView { background: {card}; alternate-background-color: {cardAlternate}; selection-background-color: {selection};
    selection-color: {selectionText}; gridline-color: {border}; }
QAbstractItemView::item:hover { background: {hover}; }
QTreeView::item { border: none; padding: 3px 4px; }
QTableView::item { border: none; padding: 0px 8px; }
QTableView::item:hover:!selected { background: transparent; }
QAbstractItemView::item:selected { background: {selection}; color: {selectionText}; }
QHeaderView { background: {panel}; }
QHeaderView::section { background: {panel}; color: {textMuted}; border: none; border-right: 1px solid {border};
    border-bottom: 1px solid {border}; padding: 6px 8px; font-weight: 600; }
QTableCornerButton::section { background: {panel}; border: none; }
QTabWidget::pane { border: 1px solid {border}; border-radius: 6px; background: {card}; top: -1px; }
QTabBar::tab { background: transparent; color: {textMuted}; padding: 7px 14px; border-bottom: 2px solid transparent; }
QTabBar[tight="true"]::tab { padding: 7px 8px; }
QTabBar::scroller { width: 26px; }
QTabBar QToolButton { background: {card}; border: 1px solid {border}; border-radius: 4px; padding: 0; }
QTabBar::tab:hover { color: {text}; }
QTabBar::tab:selected { color: {accent}; border-bottom: 2px solid {accent}; font-weight: 600; }
QStatusBar { background: {panel}; border-top: 1px solid {border}; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 6px; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: {panel}; padding: 6px 8px; border-bottom: 1px solid {border}; }
QGroupBox { border: 1px solid {border}; border-radius: 6px; margin-top: 10px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: {textMuted}; }
QSplitter::handle { background: {border}; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: {panel}; border: 1px solid {border}; border-radius: 4px; text-align: center; min-height: 14px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar::handle:vertical { background: {border}; min-height: 30px; border-radius: 5px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: {textMuted}; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle:horizontal { background: {border}; min-width: 30px; border-radius: 5px; margin: 2px; }
QScrollBar::handle:horizontal:hover { background: {textMuted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

QString Theme::styleSheet(double scale) const
{
    const std::pair<const char*, QColor> colours[] = {
        {"window", window},         {"panel", panel},
        {"cardAlternate", cardAlternate}, {"card", card},
        {"border", border},         {"textMuted", textMuted},
        {"textDisabled", textDisabled}, {"text", text},
        {"accentText", accentText}, {"accentSoft", accentSoft},
        {"accent", accent},         {"selectionText", selectionText},
        {"selection", selection},   {"hover", hover},
        {"critical", critical},     {"okSoft", okSoft},
        {"warnSoft", warnSoft},     {"badSoft", badSoft},
        {"okText", okText},         {"warnText", warnText},
        {"badText", badText},
    };
    QString sheet = QString::fromLatin1(rules);
    for (const auto& [name, colour] : colours)
        sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'), colour.name());
    sheet.replace(QLatin1String("{name}"), QLatin1String(id == ThemeId::Dark ? "dark" : id == ThemeId::Contrast ? "contrast" : "light"));
    const std::pair<const char*, double> sizes[] = {{"base", 13}, {"small", 12}, {"heading", 15}, {"title", 19}};
    for (const auto& [name, pixels] : sizes)
        sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'), QString::number(qRound(pixels * scale)));
    return sheet;
}

} // namespace griddesk
