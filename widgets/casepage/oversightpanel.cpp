// SPDX-License-Identifier: GPL-3.0-or-later
#include "oversightpanel.h"

#include "sheettext.h"

#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace griddesk {

OversightPanel::OversightPanel(const Words& words, ThemeKeeper& theme, QWidget* parent)
    : QWidget(parent), m_words(words), m_theme(theme), m_text(new QTextBrowser(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(QStringLiteral("oversight"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false); // what people wrote never opens anything
    m_text->document()->setDocumentMargin(12);
    box->addWidget(m_text);
    connect(&theme, &ThemeKeeper::changed, this, &OversightPanel::write);
}

void OversightPanel::showCase(const Case& c, Instant now)
{
    auto records = oversightOf(c, m_words, now);
    m_text->setAccessibleName(tr("Supervision orders, instructions and consultations"));
    if (records == m_records)
        return; // the place scrolled to stays
    m_records = std::move(records);
    write();
}

void OversightPanel::clear()
{
    m_records.clear();
    m_text->clear();
}

void OversightPanel::write()
{
    const auto& theme = m_theme.theme();
    m_text->document()->setDefaultStyleSheet(QStringLiteral("p { margin-top: 4px; margin-bottom: 2px; } ul { margin-top: 0; } .muted { color: %1; } .open { color: %2; font-weight: 600; }"
                                                            ".late { color: %3; font-weight: 600; } .missing { color: %2; }")
                                                 .arg(theme.textMuted.name(), theme.warnText.name(), theme.badText.name()));
    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->setHtml(sheets::oversight(m_records));
    m_text->verticalScrollBar()->setValue(scrolled);
}

} // namespace griddesk
