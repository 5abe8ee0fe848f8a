// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonfile.h"

#include "jsonevents.h"
#include "valuebuilder.h"

namespace griddesk {
namespace {

class ValueHandler final : public JsonHandler {
public:
    explicit ValueHandler(JsonNames names) : m_builder({.anyNames = names == JsonNames::Any}) {}
    bool null() override { return pass(m_builder.null()); }
    bool boolean(bool value) override { return pass(m_builder.boolean(value)); }
    bool number_integer(number_integer_t value) override { return pass(m_builder.integer(value)); }
    bool number_unsigned(number_unsigned_t value) override { return pass(m_builder.unsignedInteger(value)); }
    bool number_float(number_float_t value, const string_t& text) override { return pass(m_builder.fraction(value, text)); }
    bool string(string_t& value) override { return pass(m_builder.text(std::move(value))); }
    bool start_object(std::size_t) override { return deeper() && m_builder.startObject(); }
    bool start_array(std::size_t) override { return deeper() && m_builder.startList(); }
    bool key(string_t& name) override { return pass(m_builder.key(std::move(name))); }
    bool end_object() override { return pass(m_builder.endContainer()); }
    bool end_array() override { return pass(m_builder.endContainer()); }
    Value take() { return m_builder.take(); }

private:
    bool deeper()
    {
        return m_builder.depth() < jsonFileDepth || refuse(ErrorCode::LimitExceeded, std::format("nested deeper than {}", jsonFileDepth));
    }
    bool pass(bool good)
    {
        if (!good && m_builder.error())
            refuse(m_builder.error()->code, m_builder.error()->detail, m_builder.error()->context);
        return good;
    }
    ValueBuilder m_builder;
};

} // namespace

Result<Value> readJson(ByteSource& source, JsonNames names)
{
    ValueHandler handler(names);
    if (auto done = readJsonEvents(source, handler); !done)
        return std::unexpected(done.error());
    return handler.take();
}

Result<Value> readJsonFile(const std::filesystem::path& path, JsonNames names)
{
    auto source = openByteSource(path, {.maximumBytes = jsonFileBytes});
    if (!source)
        return std::unexpected(source.error());
    return readJson(**source, names);
}

} // namespace griddesk
