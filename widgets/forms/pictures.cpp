// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>

namespace griddesk {

namespace {

constexpr int cacheKilobytes = 64 * 1024;
constexpr int largestSide = 1600;

QImage decoded(const Result<std::string>& bytes)
{
    if (!bytes)
        return {};
    QByteArray data(bytes->data(), static_cast<qsizetype>(bytes->size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (const auto size = reader.size(); size.isValid() && (size.width() > largestSide || size.height() > largestSide))
        reader.setScaledSize(size.scaled(largestSide, largestSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

Pictures::Pictures(CaseCommands& commands, QObject* parent) : QObject(parent), m_commands(commands), m_cache(cacheKilobytes) {}

void Pictures::load(const QString& sha256, QObject* context, std::function<void(const QImage&)> ready)
{
    if (const auto* kept = m_cache.object(sha256)) {
        ready(*kept);
        return;
    }
    m_commands.evidence(sha256.toStdString())
        .then(QtFuture::Launch::Async, decoded)
        .then(this, [this, sha256, guard = QPointer<QObject>(context), ready = std::move(ready)](const QImage& image) {
            if (!image.isNull())
                m_cache.insert(sha256, new QImage(image), static_cast<int>(image.sizeInBytes() / 1024) + 1);
            if (guard)
                ready(image);
        });
}

} // namespace griddesk
