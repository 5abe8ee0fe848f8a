// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant.h"

#include "aead.h"
#include "canonicaljson.h"
#include "wirefields.h"

namespace griddesk {

namespace {

constexpr std::size_t maximumPurpose = 200;

std::string associatedWith(const CaseId& caseId)
{
    return toCanonical(Value().set("use", "griddesk.casekey.1").set("case", caseId.text()));
}

Value termsOf(const Grant& grant)
{
    return Value()
        .set("id", grant.id)
        .set("case", grant.caseId.text())
        .set("grantee", grant.grantee.text())
        .set("purpose", grant.purpose)
        .set("expires", msOf(grant.expires));
}

std::string associatedWith(const Grant& grant)
{
    return toCanonical(termsOf(grant).set("use", "griddesk.grant.1"));
}

} // namespace

Result<Buffer> wrapCaseKey(const Secret& caseKey, const CaseId& caseId, const Secret& profileKey, RandomSource& random)
{
    return wrapSecret(profileKey, caseKey, bytesOf(associatedWith(caseId)), random);
}

Result<Secret> unwrapCaseKey(Bytes wrapped, const CaseId& caseId, const Secret& profileKey)
{
    return unwrapSecret(profileKey, wrapped, bytesOf(associatedWith(caseId)));
}

Result<Grant> makeGrant(Grant terms, const Secret& caseKey, const Secret& granteeKey, RandomSource& random)
{
    if (!isIdentifier(terms.id))
        return fail(ErrorCode::InvalidArgument, "grant id is not an identifier", "id");
    if (terms.purpose.empty() || terms.purpose.size() > maximumPurpose)
        return fail(ErrorCode::InvalidArgument, "a grant states its purpose in 1 to 200 bytes", "purpose");
    auto wrapped = wrapSecret(granteeKey, caseKey, bytesOf(associatedWith(terms)), random);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    terms.wrapped = *std::move(wrapped);
    return terms;
}

Result<Secret> openGrant(const Grant& grant, const Secret& granteeKey)
{
    return unwrapSecret(granteeKey, grant.wrapped, bytesOf(associatedWith(grant)));
}

Value toValue(const Grant& grant)
{
    return termsOf(grant).set("wrapped", toHex(grant.wrapped));
}

Result<Grant> grantFromValue(const Value& value)
{
    FieldReader fields(value, nullptr);
    Grant grant{
        .id = fields.id<PlainId>("id").text(),
        .caseId = fields.id<CaseId>("case"),
        .grantee = fields.id<AccountId>("grantee"),
        .purpose = fields.text("purpose", maximumPurpose),
        .expires = instantFromMs(wantedInteger(fields, "expires", 0, maximumJsonInteger)),
        .wrapped = wantedHex(fields, "wrapped", Secret::size + sealOverhead),
    };
    if (auto done = fields.finish(); !done)
        return std::unexpected(done.error());
    return grant;
}

} // namespace griddesk
