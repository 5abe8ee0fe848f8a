// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/sync/syncengine.h"
#include "models/wire/protocol.h"

#include <functional>
#include <string>

namespace griddesk {

/// Carries one request to the platform and waits for the answer. Errors: without an answer.
using Exchange = std::function<Result<SyncReply>(const SyncRequest&)>;

/// By what a desk becomes one of an account's at a platform.
struct EnrolTerms {
    std::string server;   ///< address, as HttpLink::address() takes it
    AccountId account;
    std::string password;
    std::string program;  ///< shown to who approves: program and host
};

/// Where an enrolment stands.
struct Enrolment {
    EnrolAnswer answer;
    bool founded = false;         ///< the desk's own log became the stream's first
    std::int64_t uploaded = 0;    ///< entries of it
};

/// Makes a profile that has keys and empty files and waits for a platform to give it rules. Errors: those of Profile::create().
[[nodiscard]] Result<void> createForPlatform(const std::filesystem::path& folder, const ProfileUnlock& unlock, Instant now);

/// Asks to be enrolled, or how it stands; once approved the profile is the platform's from then on: a new one has its rules and
/// cases when this returns, a stand-alone one has uploaded its log as the first of an empty stream. May be repeated at any
/// point; every step is durable. Errors: Refused (the platform's word), Inconsistent (a stand-alone profile and a stream that
/// has begun, or of another sub-district; enrolled with another platform), Network, those of the files.
[[nodiscard]] Result<Enrolment> enrol(const std::filesystem::path& folder, const ProfileUnlock& unlock, const EnrolTerms& terms, const Exchange& exchange,
                                      const std::function<Instant()>& now, RandomSource& random);

/// What a run of the engine did.
struct SyncRun {
    SyncReport report;
    std::size_t waiting = 0, refused = 0; ///< in the outbox afterwards
    std::string checkpoint;               ///< "epoch:seq" the copy goes up to
};

/// Lets the engine work until everything is sent and the newest page is here, or something stands in the way. Errors: those of the
/// files; what the network does wrong stands in the report.
[[nodiscard]] Result<SyncRun> syncOnce(DeskConnection& desk, const Exchange& exchange, const std::function<Instant()>& now);

} // namespace griddesk
