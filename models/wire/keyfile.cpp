// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyfile.h"

#include "aead.h"
#include "canonicaljson.h"
#include "wirefields.h"

#include <sodium.h>

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::string_view formatName = "griddesk-keys";
constexpr std::int64_t formatVersion = 2; // 2: with a way by the key store; files without one stay readable for older programs
constexpr std::size_t maximumWraps = 16;
constexpr std::size_t saltSize = crypto_pwhash_argon2id_SALTBYTES;
constexpr JsonLimits limits{.bytes = 64 * 1024, .depth = 4};

bool withinLimits(const Argon2Cost& cost) noexcept
{
    return cost.passes >= leastArgon2Cost.passes && cost.passes <= mostArgon2Cost.passes && cost.memory >= leastArgon2Cost.memory
        && cost.memory <= mostArgon2Cost.memory;
}

Result<Secret> stretch(std::string_view passphrase, const KeyWrap& wrap)
{
    bool enough = false;
    auto secret = Secret::make([&](std::span<std::uint8_t> bytes) {
        enough = crypto_pwhash_argon2id(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(), wrap.salt.data(),
                                        static_cast<unsigned long long>(wrap.cost.passes), static_cast<std::size_t>(wrap.cost.memory),
                                        crypto_pwhash_argon2id_ALG_ARGON2ID13)
            == 0;
    });
    if (!enough)
        return fail(ErrorCode::LimitExceeded, "not enough memory for the passphrase", std::to_string(wrap.cost.memory));
    return secret;
}

std::string_view wordOf(KeyWrap::Kind kind) noexcept
{
    switch (kind) {
    case KeyWrap::Kind::Passphrase: return "passphrase";
    case KeyWrap::Kind::KeyStore: return "keystore";
    case KeyWrap::Kind::External: break;
    }
    return "external";
}

Result<KeyWrap::Kind> parseKind(std::string_view word)
{
    if (word == "passphrase")
        return KeyWrap::Kind::Passphrase;
    if (word == "external")
        return KeyWrap::Kind::External;
    if (word == "keystore")
        return KeyWrap::Kind::KeyStore;
    return fail(ErrorCode::OutOfRange, "unknown kind of wrap");
}

/// A wrap without the wrapped key: what is written, and what the wrapped key is bound to.
Value termsOf(const KeyWrap& wrap)
{
    Value value;
    value.set("label", wrap.label).set("kind", wordOf(wrap.kind));
    if (wrap.kind == KeyWrap::Kind::Passphrase)
        value.set("passes", wrap.cost.passes).set("memory", wrap.cost.memory).set("salt", toHex(wrap.salt));
    if (wrap.kind == KeyWrap::Kind::KeyStore)
        value.set("entry", wrap.entry);
    return value;
}

KeyWrap readWrap(const Value& value, const FieldPath& path, FieldReader& file)
{
    FieldReader fields(value, &path);
    KeyWrap wrap{.label = fields.id<PlainId>("label").text(),
                 .kind = fields.parsed<KeyWrap::Kind>("kind", parseKind, KeyWrap::Kind::External),
                 .cost = {},
                 .salt = {},
                 .entry = {},
                 .wrapped = wantedHex(fields, "wrapped", Secret::size + sealOverhead)};
    if (wrap.kind == KeyWrap::Kind::Passphrase) {
        wrap.cost = {wantedInteger(fields, "passes", leastArgon2Cost.passes, mostArgon2Cost.passes),
                     wantedInteger(fields, "memory", leastArgon2Cost.memory, mostArgon2Cost.memory)};
        wrap.salt = wantedHex(fields, "salt", saltSize);
        if (wrap.salt.size() != saltSize)
            fields.fault(ErrorCode::OutOfRange, "a salt has 16 bytes", "salt");
    }
    if (wrap.kind == KeyWrap::Kind::KeyStore)
        wrap.entry = fields.id<PlainId>("entry").text();
    if (auto done = fields.finish(); !done)
        file.fault(done.error());
    return wrap;
}

Error damaged(const Error& cause)
{
    return {ErrorCode::FileDamaged, "key file: " + cause.detail, cause.context};
}

/// Is it a key file at all, and one of ours? Decided before its contents are judged.
Result<Value> readOwnFormat(std::string_view bytes)
{
    if (bytes.empty())
        return fail(ErrorCode::FileDamaged, "key file is empty");
    const bool namesUs = bytes.substr(0, limits.bytes).contains(formatName);
    auto value = fromJson(bytes, limits);
    if (!value && namesUs)
        return std::unexpected(damaged(value.error()));
    if (!value || value->textOr("format") != formatName)
        return fail(ErrorCode::FileForeign, "not a key file of this program");
    if (value->intOr("version", 0) > formatVersion)
        return fail(ErrorCode::FileNewer, "key file of a newer version", std::to_string(value->intOr("version", 0)));
    return value;
}

} // namespace

Value KeyFile::body() const
{
    Value::List wraps;
    for (const auto& wrap : m_wraps)
        wraps.push_back(termsOf(wrap).set("wrapped", toHex(wrap.wrapped)));
    return Value()
        .set("format", formatName)
        .set("version", keyStoreEntry() ? formatVersion : 1) // the oldest that says all
        .set("key", m_fingerprint.hex())
        .set("wraps", std::move(wraps));
}

std::string KeyFile::serialise() const
{
    auto value = body();
    value.set("check", sha256(toCanonical(value)).hex());
    return toCanonical(value) + '\n';
}

Result<KeyFile> KeyFile::parse(std::string_view bytes)
{
    const auto value = readOwnFormat(bytes);
    if (!value)
        return std::unexpected(value.error());
    KeyFile file;
    FieldReader fields(*value, nullptr);
    (void)fields.has("format");
    (void)wantedInteger(fields, "version", 1, formatVersion);
    file.m_fingerprint = fields.parsed<Hash>("key", Hash::parse, {});
    const auto check = fields.parsed<Hash>("check", Hash::parse, {});
    const auto wraps = wantedList(fields, "wraps", maximumWraps);
    for (std::size_t i = 0; i < wraps.size(); ++i)
        file.m_wraps.push_back(readWrap(wraps[i], {nullptr, "wraps", static_cast<std::ptrdiff_t>(i)}, fields));
    if (auto done = fields.finish(); !done)
        return std::unexpected(damaged(done.error()));
    // Tells a changed file from a wrong passphrase, which the wraps alone cannot.
    if (sha256(toCanonical(file.body())) != check)
        return fail(ErrorCode::FileDamaged, "key file does not have the sum it states", "check");
    return file;
}

std::string KeyFile::associatedWith(const KeyWrap& wrap) const
{
    return toCanonical(termsOf(wrap).set("use", "griddesk.datakey.1").set("key", m_fingerprint.hex()));
}

Result<void> KeyFile::add(KeyWrap wrap, const DataKey& key, const Secret& wrapping, RandomSource& random)
{
    if (!isIdentifier(wrap.label))
        return fail(ErrorCode::InvalidArgument, "label is not an identifier", wrap.label.substr(0, 64));
    if (key.fingerprint() != m_fingerprint)
        return fail(ErrorCode::InvalidArgument, "the file is of another data key");
    auto wrapped = wrapSecret(wrapping, key.secret(), bytesOf(associatedWith(wrap)), random);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    wrap.wrapped = *std::move(wrapped);
    const auto same = std::ranges::find(m_wraps, wrap.label, &KeyWrap::label);
    if (same != m_wraps.end())
        *same = std::move(wrap);
    else if (m_wraps.size() < maximumWraps)
        m_wraps.push_back(std::move(wrap));
    else
        return fail(ErrorCode::LimitExceeded, "more than 16 ways to one key");
    return {};
}

Result<void> KeyFile::addPassphrase(std::string_view label, const DataKey& key, std::string_view passphrase, RandomSource& random,
                                    const Argon2Cost& cost)
{
    if (passphrase.empty())
        return fail(ErrorCode::InvalidArgument, "empty passphrase");
    if (!withinLimits(cost))
        return fail(ErrorCode::InvalidArgument, "cost outside the limits");
    KeyWrap wrap{.label = std::string(label), .kind = KeyWrap::Kind::Passphrase, .cost = cost, .salt = Buffer(saltSize), .entry = {}, .wrapped = {}};
    random.fill(wrap.salt);
    const auto wrapping = stretch(passphrase, wrap);
    if (!wrapping)
        return std::unexpected(wrapping.error());
    return add(std::move(wrap), key, *wrapping, random);
}

Result<void> KeyFile::addExternal(std::string_view label, const DataKey& key, const Secret& external, RandomSource& random)
{
    return add({.label = std::string(label), .kind = KeyWrap::Kind::External, .cost = {}, .salt = {}, .entry = {}, .wrapped = {}}, key, external, random);
}

Result<void> KeyFile::addKeyStore(std::string_view label, const DataKey& key, std::string_view entry, const Secret& stored, RandomSource& random)
{
    if (!isIdentifier(entry))
        return fail(ErrorCode::InvalidArgument, "the name for the key store is not an identifier", std::string(entry.substr(0, 64)));
    return add({.label = std::string(label), .kind = KeyWrap::Kind::KeyStore, .cost = {}, .salt = {}, .entry = std::string(entry), .wrapped = {}}, key, stored,
               random);
}

bool KeyFile::remove(std::string_view label)
{
    if (m_wraps.size() < 2)
        return false;
    return std::erase_if(m_wraps, [&](const KeyWrap& wrap) { return wrap.label == label; }) != 0;
}

Result<DataKey> KeyFile::open(const KeyWrap& wrap, const Secret& wrapping) const
{
    auto secret = unwrapSecret(wrapping, wrap.wrapped, bytesOf(associatedWith(wrap)));
    if (!secret)
        return std::unexpected(secret.error());
    auto key = DataKey::fromSecret(*std::move(secret));
    if (key && key->fingerprint() != m_fingerprint)
        return fail(ErrorCode::FileDamaged, "wrap of another data key", wrap.label);
    return key;
}

Result<DataKey> KeyFile::openWithPassphrase(std::string_view passphrase) const
{
    Error last{ErrorCode::WrongKey, "no passphrase opens this file", {}};
    for (const auto& wrap : m_wraps) {
        if (wrap.kind != KeyWrap::Kind::Passphrase)
            continue;
        const auto wrapping = stretch(passphrase, wrap);
        auto key = wrapping ? open(wrap, *wrapping) : Result<DataKey>(std::unexpected(wrapping.error()));
        if (key)
            return key;
        last = key.error();
    }
    return std::unexpected(last);
}

Result<DataKey> KeyFile::openAny(KeyWrap::Kind kind, const Secret& wrapping, const char* nothing) const
{
    Error last{ErrorCode::WrongKey, nothing, {}};
    for (const auto& wrap : m_wraps) {
        if (wrap.kind != kind)
            continue;
        auto key = open(wrap, wrapping);
        if (key)
            return key;
        last = key.error();
    }
    return std::unexpected(last);
}

Result<DataKey> KeyFile::openWithExternal(const Secret& external) const
{
    return openAny(KeyWrap::Kind::External, external, "no external key opens this file");
}

Result<DataKey> KeyFile::openWithKeyStore(const Secret& stored) const
{
    return openAny(KeyWrap::Kind::KeyStore, stored, "no key of a key store opens this file");
}

std::optional<std::string> KeyFile::keyStoreEntry() const
{
    const auto found = std::ranges::find(m_wraps, KeyWrap::Kind::KeyStore, &KeyWrap::kind);
    return found == m_wraps.end() ? std::nullopt : std::optional(found->entry);
}

} // namespace griddesk
