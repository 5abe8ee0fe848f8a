// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "digest.h"
#include "envelope.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

// The messages between a desk and the platform (see README, "Messages"). Bodies of push and pull are lines of canonical JSON
// with a line end each, so that one line that cannot be read spoils nothing else and an envelope travels as the bytes that
// were signed. Everything else is one canonical JSON object. Instants are milliseconds, byte strings lower-case hexadecimal.

inline constexpr std::int64_t wireProtocol = 1;
inline constexpr std::size_t mostPushOperations = 500;
inline constexpr std::size_t mostPushBytes = 1024 * 1024;   ///< of a whole push body
inline constexpr std::size_t mostPullBytes = 8 * 1024 * 1024; ///< of a whole pull answer; the platform aims at 1 MiB
inline constexpr std::size_t mostMessageBytes = 64 * 1024;    ///< hello, enrol and their answers

/// Where a puller stands. Opaque to the desk, which keeps and returns its text.
struct Cursor {
    std::int64_t epoch = 0; ///< of the stream; 0 = nothing pulled yet
    std::int64_t seq = 0;   ///< everything up to here has been seen
    std::string scopes;     ///< SHA-256 (hex) of the account and its scopes, with which it was seen; empty at the beginning
    std::string target;     ///< while changed scopes are worked off: the new scopes; else empty
    std::string afterCase;  ///< and the last case told of; else empty

    /// Canonical JSON in base64url without padding.
    [[nodiscard]] std::string text() const;
    /// Errors: Syntax, LimitExceeded (512 bytes), and those of its fields.
    [[nodiscard]] static Result<Cursor> parse(std::string_view text);
    bool operator==(const Cursor&) const = default;
};

/// POST /v1/enrol: a device asks to be one of an account's. The same request again asks how it stands. Signed by the
/// device's key, which proves that it has it.
struct EnrolRequest {
    std::int64_t proto = wireProtocol;
    AccountId account;
    std::string password; ///< of the account, 1 to 256 bytes
    DeviceId device;
    PublicKey publicKey;
    std::string program;  ///< shown to who approves: program and host, at most 200 bytes
    Instant at{};
    Signature sig{};
};
enum class EnrolState : std::uint8_t { Pending, Approved, Refused, Revoked };
[[nodiscard]] std::string_view nameOf(EnrolState state) noexcept; ///< pending approved refused revoked
struct EnrolAnswer {
    EnrolState state = EnrolState::Pending;
    std::string code{};   ///< "K7Q-42M": read to whoever approves; while pending
    std::string stream{}; ///< when approved, from here on
    std::string letter{}; ///< of local numbers, unique in the stream: "A" … "Z", "AA" …
    std::string platformKey{}; ///< Ed25519 public key (hex) that signs checkpoints
    bool founding = false;   ///< the stream is empty: this device may upload its own log as the stream's first
};

/// POST /v1/hello: begins a session. Signed by the device's key over the line `griddesk.hello.1` and the canonical JSON
/// without `sig`; `at` more than 10 minutes off is answered with the platform's time and no token, and the desk asks again
/// with `at` corrected by the difference (its own clock is not touched).
struct HelloRequest {
    std::int64_t proto = wireProtocol;
    DeviceId device;
    AccountId account;
    std::string nonce; ///< 16 random bytes (hex): a hello is good once
    Instant at{};
    Signature sig{};
};
struct HelloAnswer {
    std::string token{};       ///< for `Authorization: Bearer`, 32 random bytes (hex); empty: `at` was too far off
    Instant tokenExpires{};
    Instant serverTime{};
    std::string stream{};
    std::int64_t streamEpoch = 1; ///< rises when the platform was restored from a backup
    std::int64_t head = 0;
    std::int64_t deviceEpoch = 1, deviceSeq = 0; ///< the last envelope of this device the platform has
    std::int64_t configHead = 0;
    std::vector<std::string> scopes{};
    std::int64_t maxBatch = 500;
};

/// One line of the answer to a push, in the order of the lines pushed.
struct PushedLine {
    std::optional<OperationId> operation; ///< absent when the line could not be read
    std::string outcome;                  ///< name of an Outcome
    bool repeated = false;
    std::string reason;
    std::int64_t seq = 0, caseRev = 0;
    Instant effective{};
    std::string number;
};

/// One line of a pull.
struct PulledLine {
    enum class Kind : std::uint8_t {
        Entry,      ///< one log entry of a case this desk sees
        Enter,      ///< a case came into sight: its whole history follows as entries; what is here of it is replaced
        Leave,      ///< a case went out of sight: forget it
        Checkpoint, ///< always the last line; only with it anything of the page counts
    };
    Kind kind = Kind::Entry;
    // Entry
    std::int64_t seq = 0, caseRev = 0, doubtMs = 0;
    std::string envelope{}, outcome{}, reason{}, number{};
    Instant effective{}, receivedAt{};
    // Enter, Leave
    std::optional<CaseId> caseId{};
    // Checkpoint
    std::string cursor{}; ///< text to be sent with the next pull
    std::int64_t epoch = 0, head = 0, configHead = 0;
    bool more = false;  ///< the next page is there already
    bool reset = false; ///< the page begins anew: forget every case before applying it (own waiting operations stay)
    std::vector<ScopeDigest> digests{}; ///< per scope, when `more` is false
};

/// One published rule bundle of the configuration stream: GET /v1/config?after=N.
struct ConfigLine {
    std::int64_t seq = 0;
    std::string bundle;                 ///< SHA-256 (hex)
    Instant validFrom{};
    std::vector<std::string> documents; ///< that it names, by hash
    AccountId by;
    Signature sig{};                    ///< of the platform over the line `griddesk.config.1` and the rest
};

/// Every answer that is no success: {"error":NAME,"detail":TEXT,"retryAfter":SECONDS?}.
struct ProblemAnswer {
    std::string error;  ///< errorName() or: unauthorised, revoked, busy, tooLarge, notFound
    std::string detail; ///< technical English, no personal data
    std::optional<std::int64_t> retryAfter{};
};

[[nodiscard]] std::string write(const EnrolRequest& message);
[[nodiscard]] std::string write(const EnrolAnswer& message);
[[nodiscard]] std::string write(const HelloRequest& message);
[[nodiscard]] std::string write(const HelloAnswer& message);
[[nodiscard]] std::string write(const PushedLine& line);
[[nodiscard]] std::string write(const PulledLine& line);
[[nodiscard]] std::string write(const ConfigLine& line);
[[nodiscard]] std::string write(const ProblemAnswer& message);

// Readers. Errors: those of fromCanonical(), MissingField, UnknownField, WrongType, OutOfRange, LimitExceeded; Unsupported
// for a newer protocol.
[[nodiscard]] Result<EnrolRequest> readEnrolRequest(std::string_view bytes);
[[nodiscard]] Result<EnrolAnswer> readEnrolAnswer(std::string_view bytes);
[[nodiscard]] Result<HelloRequest> readHelloRequest(std::string_view bytes);
[[nodiscard]] Result<HelloAnswer> readHelloAnswer(std::string_view bytes);
[[nodiscard]] Result<PushedLine> readPushedLine(std::string_view bytes);
[[nodiscard]] Result<PulledLine> readPulledLine(std::string_view bytes);
[[nodiscard]] Result<ConfigLine> readConfigLine(std::string_view bytes);
[[nodiscard]] Result<ProblemAnswer> readProblemAnswer(std::string_view bytes);

/// What the signatures of enrol, hello and configuration lines cover.
[[nodiscard]] std::string bytesToSign(const EnrolRequest& message);
[[nodiscard]] std::string bytesToSign(const HelloRequest& message);
[[nodiscard]] std::string bytesToSign(const ConfigLine& line);

/// Whether a configuration line bears a valid signature of the platform.
[[nodiscard]] bool isSignedBy(const ConfigLine& line, const PublicKey& platform);

/// Splits a body into its lines; the line end of the last one must be there. Errors: LimitExceeded (`mostLines`, or a line of
/// more than `mostLineBytes`), Syntax (bytes after the last line end: the body was cut).
[[nodiscard]] Result<std::vector<std::string_view>> splitLines(std::string_view body, std::size_t mostLines, std::size_t mostLineBytes);

} // namespace griddesk
