// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frozen/container.h"

#include "importers/archive/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace bartizan::app {
namespace {

la_ssize_t append(::archive*, void* text, const void* bytes, std::size_t count)
{
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

using Entry = std::unique_ptr<archive_entry, void (*)(archive_entry*)>;

bool writeMember(::archive* handle, const std::string& name, const std::string& bytes, std::time_t when)
{
    const Entry entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_uid(entry.get(), 0);
    archive_entry_set_gid(entry.get(), 0);
    archive_entry_set_mtime(entry.get(), when, 0);
    return archive_write_header(handle, entry.get()) == ARCHIVE_OK &&
           archive_write_data(handle, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
}

} // namespace

Result<std::string> packMembers(const Members& members, std::time_t when)
{
    std::string packed;
    const std::unique_ptr<::archive, int (*)(::archive*)> handle(archive_write_new(), archive_write_free);
    bool good = handle && archive_write_set_format_ustar(handle.get()) == ARCHIVE_OK &&
                archive_write_add_filter_gzip(handle.get()) == ARCHIVE_OK &&
                archive_write_set_filter_option(handle.get(), "gzip", "compression-level", "9") == ARCHIVE_OK &&
                archive_write_set_filter_option(handle.get(), "gzip", "timestamp", nullptr) == ARCHIVE_OK && // none
                archive_write_open(handle.get(), &packed, nullptr, append, nullptr) == ARCHIVE_OK;
    for (const auto& [name, bytes] : members)
        good = good && writeMember(handle.get(), name, bytes, when);
    if (!good || archive_write_close(handle.get()) != ARCHIVE_OK)
        return tl::unexpected(Error{"frozen-write", "the archive could not be put together: is there too little memory?"});
    return packed;
}

Unpacked unpackMembers(const std::string& bytes)
{
    Limits limits;
    limits.archiveEntries = 16;                // it has four members
    limits.fileBytes = std::size_t{512} << 20; // the findings of 10,000 pods take 143 MB
    limits.archiveBytes = std::size_t{1} << 30;
    limits.archiveNesting = 0;
    Unpacked unpacked;
    const archive::ArchiveResult result =
        archive::readArchive(bytes, "frozen.tar.gz", limits, [&unpacked](archive::Member member) {
            const auto [at, fresh] = unpacked.members.emplace(member.name, std::move(member.bytes));
            if (!fresh)
                unpacked.wrong.push_back("the archive holds " + at->first + " more than once");
            return FileId{};
        });
    for (const Problem& problem : result.problems)
        unpacked.wrong.push_back(problem.message);
    return unpacked;
}

} // namespace bartizan::app
