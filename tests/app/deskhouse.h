// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/localdesk.h"
#include "models/core/rulesreader.h"
#include "models/wire/devicechain.h"
#include "tests/hub/hubtestsupport.h"

#include <QCoreApplication>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace griddesk::testing {

class FixedClock final : public ClockSource {
public:
    Instant at = *parseInstant("2026-03-02T01:00:00Z");
    [[nodiscard]] Instant now() const override { return at; }
};

/// A profile of the small test district in a folder of its own, opened without threads, so that every answer is there at
/// once; beside it another device that writes to the same log.
class DeskHouse {
public:
    DeskHouse() : m_otherKey(Hub::makeKey(2))
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "griddesk-app-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr)
            std::abort();
        m_folder = pattern;
        valueOf(Workspace::create(profile(), NewDistrict{.rules = writeRules(publishedRules()), .shapes = {}, .streets = {}, .warnings = {}}, {}, clock.at));
        open();
        auto chain = Hub::headOf("desk-2");
        valueOf(answerOf(workspace->write([&](DeskConnection& desk) -> Result<std::monostate> {
            return inLogTransaction(*desk.log, [&] { return desk.authority->enrol(DeviceId::literal("desk-2"), m_otherKey.publicKey()); }).transform([] {
                return std::monostate{};
            });
        })));
        m_otherChain = std::make_unique<DeviceChain>(std::move(chain), m_otherKey);
    }
    ~DeskHouse()
    {
        close();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    [[nodiscard]] std::filesystem::path folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path profile() const { return m_folder / "profile"; }
    void open()
    {
        workspace = valueOf(Workspace::open(profile(), WorkspaceOptions{.unlock = {}, .program = "test", .threads = false}, clock.at));
        local = std::make_unique<LocalDesk>(*workspace, clock);
    }
    void close()
    {
        local.reset();
        workspace.reset();
    }
    [[nodiscard]] static Actor actor(const char* post) { return {AccountId::literal(std::string("u-") + post), PostId::literal(post)}; }
    SubmitAnswer submit(OperationDraft draft, const char* post = "op")
    {
        return valueOf(answerOf(local->desk().commands.submit(actor(post), {std::move(draft)})));
    }
    CaseId report(const char* urgency = "ordinary")
    {
        return submit({.caseId = {},
                       .kind = OperationKind::Report,
                       .payload = payload({{"source", "hotline12345"}, {"text", "路口有成堆垃圾"}, {"address", "枫津路12号"}, {"place", placeAt(1205500000, 313000000)}, {"urgency", urgency}}),
                       .pairId = {}})
            .cases.front();
    }
    OperationDraft accept(const CaseId& id)
    {
        return {.caseId = id,
                .kind = OperationKind::Accept,
                .payload = payload({{"category", "waste"}, {"area", "E1a"}, {"urgency", "ordinary"}, {"demandType", "complaint"}}),
                .pairId = {}};
    }
    void release() { valueOf(answerOf(local->desk().commands.release())); }
    /// The other device does something at once.
    void elsewhere(const char* name, OperationKind kind, Value value, const CaseId& id)
    {
        valueOf(answerOf(workspace->write([&](DeskConnection& desk) -> Result<std::monostate> {
            Operation op{.id = OperationId::literal(name), .caseId = id, .kind = kind, .actor = actor("op2"), .rules = workspace->rules()->hash, .payload = std::move(value), .pairId = {}};
            const auto sealed = valueOf(m_otherChain->seal(std::move(op), SealContext{.hlc = {1, 0}, .wall = clock.at, .bootId = "b"}));
            valueOf(desk.authority->push(std::vector{sealed.bytes}, clock.at));
            return std::monostate{};
        })));
    }
    /// Runs on the writer.
    template <typename F>
    void onWriter(F f)
    {
        valueOf(answerOf(workspace->write([&](DeskConnection& desk) -> Result<std::monostate> {
            f(desk);
            return std::monostate{};
        })));
    }

    FixedClock clock;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<LocalDesk> local;

private:
    std::filesystem::path m_folder;
    DeviceKey m_otherKey;
    std::unique_ptr<DeviceChain> m_otherChain;
};

} // namespace griddesk::testing
