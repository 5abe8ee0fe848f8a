// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetprinter.h"

#include "sheettext.h"

#include <QFileDialog>
#include <QPageSize>
#include <QPdfWriter>
#include <QtPrintSupport/QPrintPreviewDialog>
#include <QtPrintSupport/QPrinter>
#include <QtPrintSupport/QPrinterInfo>
#include <QSaveFile>
#include <QTextDocument>

#include <memory>

namespace griddesk {

namespace {

constexpr int pdfDpi = 300;
constexpr QMarginsF pdfMargins{15, 15, 15, 15}; // millimetres

std::unique_ptr<QTextDocument> sheetOf(const QString& title, const QString& html)
{
    auto document = std::make_unique<QTextDocument>();
    document->setDefaultStyleSheet(sheets::paperStyle());
    document->setMetaInformation(QTextDocument::DocumentTitle, title);
    document->setHtml(html);
    return document;
}

void saveWithDialog(QWidget* parent, const QString& title, const QString& html, std::function<void(const Error&)> failed)
{
    auto* dialog = new QFileDialog(parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(QStringLiteral("PDF (*.pdf)"));
    dialog->selectFile(title + QStringLiteral(".pdf"));
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [title, html, failed = std::move(failed)](const QString& path) {
        if (const auto written = writePdf(path, title, html); !written && failed)
            failed(written.error());
    });
    dialog->open();
}

} // namespace

void printWithDialog(QWidget* parent, const QString& title, const QString& html, std::function<void(const Error&)> failed)
{
    if (QPrinterInfo::availablePrinterNames().isEmpty())
        return saveWithDialog(parent, title, html, std::move(failed));
    auto* dialog = new QPrintPreviewDialog(parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(900, 700);
    const std::shared_ptr<QTextDocument> document = sheetOf(title, html);
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog, [document, title](QPrinter* printer) {
        printer->setDocName(title);
        document->print(printer);
    });
    dialog->open();
}

Result<void> writePdf(const QString& path, const QString& title, const QString& html)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, "open PDF: " + file.errorString().toStdString(), path.toStdString());
    {
        QPdfWriter writer(&file);
        writer.setTitle(title);
        writer.setResolution(pdfDpi);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(pdfMargins, QPageLayout::Millimeter);
        sheetOf(title, html)->print(&writer);
    }
    if (!file.commit())
        return fail(ErrorCode::FileNotWritable, "write PDF: " + file.errorString().toStdString(), path.toStdString());
    return {};
}

} // namespace griddesk
