// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencepanel.h"

#include "widgets/forms/pictures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace griddesk {

namespace {
constexpr QSize thumbnail{184, 138}; ///< two side by side in the narrowest page
}

EvidencePanel::EvidencePanel(EvidenceModel& model, Pictures& pictures, QWidget* parent)
    : QScrollArea(parent), m_model(model), m_pictures(pictures)
{
    setObjectName(QStringLiteral("evidence"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* body = new QWidget(this);
    setWidget(body);
    m_box = new QVBoxLayout(body);
    m_box->setContentsMargins(12, 10, 12, 10);
    m_box->setSpacing(10);
    m_none = new QLabel(body);
    m_none->setProperty("muted", true);
    m_box->addWidget(m_none);
    m_box->addStretch(1);
    const auto later = [this] { // several signals of one change make one rebuild
        if (!std::exchange(m_pending, true))
            QTimer::singleShot(0, this, &EvidencePanel::rebuild);
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, later);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(&model, &QAbstractItemModel::dataChanged, this, later);
    rebuild();
}

QWidget* EvidencePanel::tile(const EvidenceItem& item, const QString& role, QWidget* parent)
{
    auto* frame = new QWidget(parent);
    auto* box = new QVBoxLayout(frame);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(3);
    auto* head = new QLabel(role, frame);
    head->setProperty("muted", true);
    box->addWidget(head);
    auto* button = new QPushButton(frame);
    button->setAutoDefault(false);
    button->setMinimumHeight(thumbnail.height() + 12);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // before and after get the same width
    button->setAccessibleName(item.sha256.isEmpty() ? tr("%1: none").arg(role) : tr("%1: %2, enlarge").arg(role, item.caption));
    box->addWidget(button);
    if (item.sha256.isEmpty()) {
        button->setText(tr("none yet"));
        button->setEnabled(false);
        return frame;
    }
    button->setObjectName(QStringLiteral("evidence.") + item.sha256.left(12));
    button->setText(item.mime.section(QLatin1Char('/'), -1).toUpper());
    connect(button, &QPushButton::clicked, this, [this, item] { Q_EMIT enlargeWanted(item.sha256, item.caption); });
    m_pictures.load(item.sha256, button, [button](const QImage& image) {
        if (image.isNull())
            return;
        button->setIconSize(thumbnail);
        button->setIcon(QPixmap::fromImage(image.scaled(thumbnail * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        button->setText({});
    });
    auto* caption = new QLabel(item.caption, frame);
    caption->setProperty("small", true);
    caption->setWordWrap(true);
    box->addWidget(caption);
    return frame;
}

void EvidencePanel::rebuild()
{
    m_pending = false;
    for (auto* row : m_rows)
        delete row;
    m_rows.clear();
    int place = 1;
    for (const auto& row : m_model.rows()) {
        auto* line = new QWidget(widget());
        auto* box = new QHBoxLayout(line);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(12);
        box->addWidget(tile(row.before, row.pair ? tr("Before") : tr("Other"), line), 1, Qt::AlignTop);
        if (row.pair)
            box->addWidget(tile(row.after, tr("After"), line), 1, Qt::AlignTop);
        else
            box->addStretch(1);
        m_box->insertWidget(place++, line);
        m_rows.push_back(line);
    }
    m_none->setVisible(m_rows.empty());
    m_none->setText(tr("No pictures and no documents yet"));
}

void EvidencePanel::retranslate() { rebuild(); }

} // namespace griddesk
