// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/logstore.h"
#include "models/service/casecommands.h"
#include "models/store/callerindex.h"
#include "models/wire/datakey.h"
#include "models/wire/sealedrecord.h"

#include <optional>
#include <vector>

namespace griddesk {

/// The sealed data of reporters, kept as documents beside the log: one record for each time somebody left his data with a
/// case, all under the key of the case. Operations hold commitments only, and by them a record is known as that of a
/// reporter. The log and the random source must outlive it. Thread: that of the log.
class PersonalRecords {
public:
    PersonalRecords(LogStore& log, const DataKey& key) : m_log(log), m_caseKeys(key.derived(KeyPurpose::CaseKeys)) {}

    /// Seals the data for the case and puts the commitments into the reporter of the payload. Inside a transaction of the
    /// log. Errors: LimitExceeded (more than 100 records of a case), those of sealRecord() and of the log.
    [[nodiscard]] Result<void> seal(const CaseId& id, const PersonalData& personal, Value& payload, RandomSource& random);
    /// All records of the case, oldest first. Errors: FileDamaged, WrongKey, those of the log.
    [[nodiscard]] Result<std::vector<OpenedRecord>> open(const CaseId& id);
    /// The data of the case's first reporter, whoever was put in his place; empty when he left none.
    [[nodiscard]] Result<PersonalData> reporterOf(const Case& state);
    /// The marks of all reporters who gave a telephone number. Who wants to stay anonymous has none.
    [[nodiscard]] Result<std::vector<CallerMark>> callersOf(const Case& state, const CallerMarker& marker);

private:
    struct Kept;
    [[nodiscard]] Result<std::optional<Kept>> read(const CaseId& id, int number);

    LogStore& m_log;
    Secret m_caseKeys;
};

} // namespace griddesk
