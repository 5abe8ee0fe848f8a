// SPDX-License-Identifier: GPL-3.0-or-later
#include "textfields.h"

#include "flowlayout.h"
#include "formcontext.h"

#include <QEvent>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    QEvent changed(QEvent::StyleChange); // the look may need another size, which labels keep
    QApplication::sendEvent(widget, &changed);
}

LineField::LineField(std::size_t maximumBytes, bool hex, QWidget* parent)
    : FieldEditor(parent), m_edit(new QLineEdit(this)), m_maximum(maximumBytes), m_hex(hex)
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &LineField::edited);
}

std::optional<Value> LineField::value() const
{
    const auto text = m_edit->text().trimmed();
    return text.isEmpty() ? std::nullopt : std::optional<Value>(text.toStdString());
}

void LineField::setValue(const Value& value)
{
    if (const auto* text = value.text())
        m_edit->setText(QString::fromStdString(*text));
}

QString LineField::problem() const
{
    const auto text = m_edit->text().trimmed();
    if (static_cast<std::size_t>(text.toUtf8().size()) > m_maximum)
        return tr("This is too long: at most %1 bytes").arg(m_maximum);
    static const QRegularExpression hex(QStringLiteral("^[0-9a-f]+$"));
    if (m_hex && !text.isEmpty() && !hex.match(text).hasMatch())
        return tr("Only the digits 0–9 and a–f");
    return {};
}

void LineField::setPlaceholder(const QString& text) { m_edit->setPlaceholderText(text); }

void LineField::setInvalid(bool invalid) { setStyleProperty(m_edit, "invalid", invalid); }

WordsField::WordsField(std::size_t maximumBytes, bool asList, QWidget* parent)
    : FieldEditor(parent), m_edit(new QPlainTextEdit(this)), m_phrases(new QWidget(this)), m_maximum(maximumBytes), m_asList(asList)
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_edit);
    new FlowLayout(m_phrases, 4);
    auto policy = m_phrases->sizePolicy();
    policy.setHeightForWidth(true);
    m_phrases->setSizePolicy(policy);
    m_phrases->hide();
    box->addWidget(m_phrases);
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        if (!m_edit->signalsBlocked())
            Q_EMIT edited();
    });
    grow();
}

void WordsField::setPhrases(const QStringList& phrases)
{
    while (auto* item = m_phrases->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& phrase : phrases) {
        auto* chip = new QPushButton(phrase, m_phrases);
        chip->setProperty("flat", true);
        chip->setAutoDefault(false);
        chip->setFocusPolicy(Qt::NoFocus); // the way by keys stays short; phrases are a help for the mouse
        chip->setToolTip(tr("Put in"));
        connect(chip, &QPushButton::clicked, this, [this, phrase] {
            m_edit->insertPlainText(phrase);
            m_edit->setFocus();
        });
        m_phrases->layout()->addWidget(chip);
    }
    m_phrases->setVisible(!phrases.isEmpty());
}

void WordsField::setPlaceholder(const QString& text) { m_edit->setPlaceholderText(text); }

std::optional<Value> WordsField::value() const
{
    const auto text = m_edit->toPlainText().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (!m_asList)
        return Value(text.toStdString());
    Value::List lines;
    for (const auto& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.emplace_back(line.trimmed().toStdString());
    return Value(std::move(lines));
}

void WordsField::setValue(const Value& value)
{
    QString text;
    if (const auto* words = value.text())
        text = QString::fromStdString(*words);
    else if (const auto* list = value.list())
        for (const auto& line : *list)
            if (line.text() != nullptr)
                text += QString::fromStdString(*line.text()) + QLatin1Char('\n');
    if (text == m_edit->toPlainText())
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(text);
    grow();
}

QString WordsField::problem() const
{
    return static_cast<std::size_t>(m_edit->toPlainText().toUtf8().size()) > m_maximum ? tr("This is too long: at most %1 bytes").arg(m_maximum) : QString();
}

void WordsField::setInvalid(bool invalid) { setStyleProperty(m_edit, "invalid", invalid); }

bool WordsField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::Resize)
        grow();
    return FieldEditor::eventFilter(watched, event);
}

void WordsField::grow()
{
    const auto lines = std::clamp(static_cast<int>(m_edit->document()->size().height()), 3, 10);
    m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing() + 20);
}

} // namespace griddesk
