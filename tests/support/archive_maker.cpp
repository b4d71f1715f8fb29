// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/archive_maker.h"

#include <archive.h>
#include <archive_entry.h>

namespace bartizan::test {

namespace {

void setFormat(archive* out, const std::string& format)
{
    const std::string filter = format.substr(format.rfind('.') + 1);
    if (filter == "gz")
        archive_write_add_filter_gzip(out);
    else if (filter == "xz")
        archive_write_add_filter_xz(out);
    else if (filter == "zst")
        archive_write_add_filter_zstd(out);
    else if (filter == "bz2")
        archive_write_add_filter_bzip2(out);
    if (format == "zip")
        archive_write_set_format_zip(out);
    else if (format.rfind("tar", 0) == 0)
        archive_write_set_format_pax_restricted(out);
    else
        archive_write_set_format_raw(out);
    archive_write_set_bytes_in_last_block(out, 1);
}

void setKind(archive_entry* entry, const ArchiveEntry& wanted)
{
    using Kind = ArchiveEntry::Kind;
    archive_entry_set_filetype(entry, AE_IFREG);
    switch (wanted.kind) {
    case Kind::file:
        archive_entry_set_size(entry, static_cast<la_int64_t>(wanted.bytes.size()));
        break;
    case Kind::folder:
        archive_entry_set_filetype(entry, AE_IFDIR);
        break;
    case Kind::symlink:
        archive_entry_set_filetype(entry, AE_IFLNK);
        archive_entry_set_symlink(entry, wanted.target.c_str());
        break;
    case Kind::hardlink:
        archive_entry_set_hardlink(entry, wanted.target.c_str());
        break;
    case Kind::fifo:
        archive_entry_set_filetype(entry, AE_IFIFO);
        break;
    case Kind::device:
        archive_entry_set_filetype(entry, AE_IFCHR);
        break;
    }
}

} // namespace

std::string makeArchive(const std::string& format, const std::vector<ArchiveEntry>& entries)
{
    std::string result;
    archive* out = archive_write_new();
    setFormat(out, format);
    const auto write = [](archive*, void* to, const void* bytes, std::size_t count) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), count);
        return static_cast<la_ssize_t>(count);
    };
    archive_write_open(out, &result, nullptr, write, nullptr);
    const bool single = format == "gz" || format == "xz" || format == "zst";
    for (const ArchiveEntry& wanted : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, wanted.name.c_str());
        archive_entry_set_perm(entry, 0644);
        setKind(entry, wanted);
        archive_write_header(out, entry);
        archive_write_data(out, wanted.bytes.data(), wanted.bytes.size());
        archive_entry_free(entry);
        if (single)
            break;
    }
    archive_write_close(out);
    archive_write_free(out);
    return result;
}

} // namespace bartizan::test
