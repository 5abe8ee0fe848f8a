// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"
#include "models/service/casecommands.h"
#include "models/views/words.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace griddesk {

/// 预检 of a bulk action: every chosen case with what would become of it; the refused ones come first, with the rule that
/// refuses them. Thread: GUI.
class BulkPreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, TitleColumn, StageColumn, VerdictColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, RefusedRole };

    explicit BulkPreviewModel(const Words& words, QObject* parent = nullptr);

    /// The chosen cases, in the order of the drafts; nothing is judged yet.
    void setCases(std::vector<CaseRow> rows);
    /// The verdicts. Refusals name drafts by index; one that names none of the cases is ignored.
    void setAnswer(const SubmitAnswer& answer);
    void setHeaders(const QStringList& headers, const QString& willChange); ///< titles by Column, and the verdict of a case that passes

    [[nodiscard]] bool judged() const { return m_judged; }
    [[nodiscard]] int passing() const;
    [[nodiscard]] int refused() const;
    /// Refusals by the sentence of their rule, most frequent first.
    [[nodiscard]] std::vector<std::pair<QString, int>> reasons() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        CaseRow row;
        std::optional<Refusal> refusal;
    };
    const Words& m_words;
    std::vector<Line> m_lines;
    QStringList m_headers;
    QString m_willChange;
    bool m_judged = false;
};

} // namespace griddesk
