// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencefield.h"

#include "pictures.h"
#include "segments.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>
#include <QTemporaryFile>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

constexpr QSize thumbnail{72, 54};
constexpr int roomForRow = 360; ///< logical pixels for picture, three roles and the sign that takes it off

std::string firstRole(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Reply:
    case OperationKind::AssistReply:
    case OperationKind::Check:
    case OperationKind::SelfHandle:
    case OperationKind::ReachMilestone: return "after";
    case OperationKind::Verify: return "before";
    default: return "other";
    }
}

} // namespace

EvidenceField::EvidenceField(const FormContext& context, std::size_t maximum, QWidget* parent)
    : FieldEditor(parent), m_context(context), m_list(new QVBoxLayout), m_add(new QPushButton(this)), m_paste(new QPushButton(this)),
      m_note(new QLabel(this)), m_maximum(maximum)
{
    setAcceptDrops(true);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    box->addLayout(m_list);
    auto* line = new QHBoxLayout;
    line->addWidget(m_add);
    line->addWidget(m_paste);
    m_note->setProperty("small", true);
    m_note->setWordWrap(true);
    line->addWidget(m_note, 1);
    box->addLayout(line);
    for (auto* button : {m_add, m_paste})
        button->setAutoDefault(false);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_context.pickFiles(this, [guard = QPointer<EvidenceField>(this)](const QStringList& paths) {
            if (guard)
                guard->addFiles(paths);
        });
    });
    connect(m_paste, &QPushButton::clicked, this, &EvidenceField::paste);
    retranslate();
}

void EvidenceField::setName(const QString& name)
{
    setObjectName(name);
    m_add->setObjectName(name + QStringLiteral(".add"));
    m_paste->setObjectName(name + QStringLiteral(".paste"));
}

void EvidenceField::addFiles(const QStringList& paths)
{
    for (const auto& path : paths) {
        ++m_adding;
        m_context.desk.commands.addEvidence(path.toStdString(), firstRole(m_context.kind)).then(this, [this, path](const Result<EvidenceFile>& file) {
            --m_adding;
            if (!file) {
                m_note->setText(tr("%1: %2").arg(path.section(QLatin1Char('/'), -1), m_context.words.error(file.error())));
                return;
            }
            const auto same = [&](const Item& item) { return item.file.sha256 == file->sha256; };
            if (std::ranges::none_of(m_items, same))
                show(*file);
            retranslate();
            Q_EMIT edited();
        });
    }
}

void EvidenceField::show(EvidenceFile file)
{
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(6, 6, 6, 6);
    grid->setColumnStretch(1, 1);
    auto* picture = new QLabel(card);
    picture->setFixedSize(thumbnail);
    picture->setAlignment(Qt::AlignCenter);
    picture->setText(fromUtf8(file.mime).section(QLatin1Char('/'), -1).toUpper());
    grid->addWidget(picture, 0, 0);
    auto* roles = new Segments(card);
    roles->setMustHold(true);
    roles->setObjectName(objectName() + QStringLiteral(".role%1").arg(m_items.size()));
    roles->setItems({{QStringLiteral("before"), roleText(QStringLiteral("before"))},
                     {QStringLiteral("after"), roleText(QStringLiteral("after"))},
                     {QStringLiteral("other"), roleText(QStringLiteral("other"))}});
    roles->setValue(fromUtf8(file.role));
    arrange(*grid, *roles);
    auto* off = new QPushButton(QStringLiteral("×"), card);
    off->setProperty("flat", true);
    off->setAutoDefault(false);
    off->setAccessibleName(tr("Take this file off"));
    grid->addWidget(off, 0, 2);
    m_list->addWidget(card);
    connect(roles, &Segments::chosen, this, [this, card](const QString& role) {
        for (auto& item : m_items)
            if (item.card == card)
                item.file.role = role.toStdString();
        Q_EMIT edited();
    });
    connect(off, &QPushButton::clicked, this, [this, card] { remove(card); });
    m_context.pictures.load(QString::fromStdString(file.sha256), picture, [picture](const QImage& image) {
        if (!image.isNull())
            picture->setPixmap(QPixmap::fromImage(image.scaled(thumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    });
    m_items.push_back({std::move(file), card});
}

void EvidenceField::arrange(QGridLayout& grid, Segments& roles) const
{
    // The choice stays in one row: beside the picture where there is room, else below it.
    const bool wide = width() >= roomForRow;
    grid.removeWidget(&roles);
    if (wide)
        grid.addWidget(&roles, 0, 1, Qt::AlignVCenter);
    else
        grid.addWidget(&roles, 1, 0, 1, 3);
}

void EvidenceField::resizeEvent(QResizeEvent* event)
{
    FieldEditor::resizeEvent(event);
    if ((event->oldSize().width() >= roomForRow) == (event->size().width() >= roomForRow))
        return;
    for (const auto& item : m_items)
        if (auto* roles = item.card->findChild<Segments*>())
            arrange(*static_cast<QGridLayout*>(item.card->layout()), *roles);
}

void EvidenceField::remove(const QWidget* card)
{
    std::erase_if(m_items, [card](const Item& item) {
        if (item.card != card)
            return false;
        item.card->deleteLater();
        return true;
    });
    m_add->setFocus();
    Q_EMIT edited();
}

void EvidenceField::paste()
{
    const auto* mime = QGuiApplication::clipboard()->mimeData();
    if (mime == nullptr)
        return;
    if (mime->hasUrls()) {
        QStringList paths;
        for (const auto& url : mime->urls())
            if (url.isLocalFile())
                paths << url.toLocalFile();
        addFiles(paths);
        return;
    }
    const auto image = qvariant_cast<QImage>(mime->imageData());
    if (image.isNull()) {
        m_note->setText(tr("There is no picture in the clipboard"));
        return;
    }
    auto* file = new QTemporaryFile(QDir::tempPath() + QStringLiteral("/griddesk-XXXXXX.png"), this); // gone with the form
    if (!file->open() || !image.save(file, "PNG")) {
        m_note->setText(tr("The picture could not be written to a temporary file"));
        return;
    }
    file->close();
    addFiles({file->fileName()});
}

std::optional<Value> EvidenceField::value() const
{
    if (m_items.empty())
        return std::nullopt;
    Value::List list;
    for (const auto& item : m_items) {
        Value file;
        file.set("sha256", item.file.sha256);
        file.set("size", item.file.size);
        file.set("mime", item.file.mime);
        file.set("role", item.file.role);
        list.push_back(std::move(file));
    }
    return Value(std::move(list));
}

void EvidenceField::setValue(const Value& value)
{
    const auto* list = value.list();
    if (list == nullptr)
        return;
    for (const auto& item : m_items)
        item.card->deleteLater();
    m_items.clear();
    for (const auto& item : *list)
        if (const auto sha = item.textOr("sha256"); !sha.empty())
            show({std::string(sha), std::string(item.textOr("mime")), std::string(item.textOr("role", "other")), item.intOr("size", 0)});
}

QString EvidenceField::problem() const
{
    if (m_adding > 0)
        return tr("Files are still being read");
    return m_items.size() > m_maximum ? tr("At most %1 files").arg(m_maximum) : QString();
}

QString EvidenceField::roleText(const QString& role) const
{
    // Short: below the picture of what it was like there is no need to say what of.
    return role == QLatin1String("before") ? tr("Before") : role == QLatin1String("after") ? tr("After") : tr("Other");
}

void EvidenceField::retranslate()
{
    m_add->setText(tr("Add files…"));
    m_paste->setText(tr("Paste"));
    m_note->setText(tr("or drop them here"));
}

void EvidenceField::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void EvidenceField::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    addFiles(paths);
    event->acceptProposedAction();
}

} // namespace griddesk
