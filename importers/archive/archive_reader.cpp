// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/archive_reader.h"

#include "importers/archive/names.h"
#include "model/discard.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>

namespace bartizan::archive {

namespace {

constexpr std::size_t mostNameProblems = 20;
constexpr std::size_t chunkBytes = std::size_t{4} << 20;

using Handle = std::unique_ptr<::archive, int (*)(::archive*)>;

bool startsWith(std::string_view text, std::string_view head)
{
    return text.substr(0, head.size()) == head;
}

// Raw: the content of a single compressed file. libarchive would take anything as raw, so it is asked second.
Handle openArchive(std::string_view bytes, bool raw)
{
    Handle handle(archive_read_new(), archive_read_free);
    if (!handle)
        return handle;
    archive_read_support_filter_gzip(handle.get());
    archive_read_support_filter_xz(handle.get());
    archive_read_support_filter_zstd(handle.get());
    archive_read_support_filter_bzip2(handle.get());
    if (raw) {
        archive_read_support_format_raw(handle.get());
    } else {
        archive_read_support_format_tar(handle.get());
        archive_read_support_format_zip(handle.get());
    }
    if (archive_read_open_memory(handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        handle.reset();
    return handle;
}

std::string filterName(::archive* handle)
{
    switch (archive_filter_code(handle, 0)) {
    case ARCHIVE_FILTER_GZIP:
        return "gz";
    case ARCHIVE_FILTER_XZ:
        return "xz";
    case ARCHIVE_FILTER_ZSTD:
        return "zst";
    case ARCHIVE_FILTER_BZIP2:
        return "bz2";
    default:
        return {};
    }
}

std::string formatName(::archive* handle, bool raw)
{
    const std::string filter = filterName(handle);
    if (raw)
        return filter;
    if ((archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP)
        return "zip";
    return filter.empty() ? "tar" : "tar." + filter;
}

std::string_view withoutExtension(std::string_view name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string entryName(archive_entry* entry)
{
    // Without a locale the one fails for names that are not ASCII, the other for names that are not UTF-8.
    if (const char* name = archive_entry_pathname(entry))
        return name;
    const char* name = archive_entry_pathname_utf8(entry);
    return name ? name : "";
}

class Reader {
public:
    Reader(const Limits& limits, const std::function<FileId(Member)>& deliver, const std::function<bool()>& stop)
        : m_limits(limits), m_deliver(deliver), m_stop(stop)
    {
    }

    ArchiveResult read(std::string_view bytes, std::string_view name)
    {
        m_allowed = std::max<std::uint64_t>(m_limits.archiveRatioFloor, bytes.size() * m_limits.archiveRatio);
        m_allowed = std::min<std::uint64_t>(m_allowed, m_limits.archiveBytes);
        m_result.format = readOne(bytes, name, {}, 0);
        if (m_links > 0) {
            add(ProblemSeverity::note, "archive-unsafe-name",
                std::to_string(m_links) + " links or devices in the archive were not followed");
        }
        if (m_unsafeNames > mostNameProblems) {
            add(ProblemSeverity::warning, "archive-unsafe-name",
                std::to_string(m_unsafeNames - mostNameProblems) +
                    " more members of the archive have names that leave its folder");
        }
        return std::move(m_result);
    }

private:
    enum class Read { complete, cutOff, tooLarge, limit };

    // Returns the format; "" when it is no archive that can be read.
    std::string readOne(std::string_view bytes, std::string_view name, const std::string& prefix, std::size_t nesting)
    {
        bool raw = false;
        Handle handle = openArchive(bytes, raw);
        archive_entry* entry = nullptr;
        int status = handle ? archive_read_next_header(handle.get(), &entry) : ARCHIVE_FATAL;
        if (status == ARCHIVE_FATAL || status == ARCHIVE_EOF) { // libarchive takes zeros for a tar without members
            raw = true;
            handle = openArchive(bytes, raw);
            status = handle ? archive_read_next_header(handle.get(), &entry) : ARCHIVE_FATAL;
            if (status == ARCHIVE_FATAL || filterName(handle.get()).empty()) {
                add(ProblemSeverity::error, "archive-unreadable",
                    "expected a complete zip, tar, gzip, xz or zstd archive, found one that is damaged, cut off or empty;"
                    " pack it again");
                return {};
            }
        }
        std::string format = formatName(handle.get(), raw);
        for (; status == ARCHIVE_OK || status == ARCHIVE_WARN || status == ARCHIVE_RETRY;
             status = archive_read_next_header(handle.get(), &entry)) {
            if (status == ARCHIVE_RETRY)
                continue;
            if (m_stop && m_stop())
                return format;
            if (++m_entries > m_limits.archiveEntries)
                return limit("limit-archive-entries", "the archive has more members than are read; unpack what matters"), format;
            const std::string memberOf = raw ? std::string(withoutExtension(name)) : entryName(entry);
            if (!readEntry(handle.get(), entry, memberOf, prefix, nesting, raw))
                return format;
        }
        if (status != ARCHIVE_EOF) {
            add(ProblemSeverity::error, "archive-cut-off",
                "the archive is damaged or cut off after " + std::to_string(m_result.members) +
                    " members; the members before were read, pack it again");
        }
        return format;
    }

    // False: read no further.
    bool readEntry(::archive* handle, archive_entry* entry, const std::string& rawName, const std::string& prefix,
                   std::size_t nesting, bool raw)
    {
        const auto type = archive_entry_filetype(entry);
        if (!raw && (archive_entry_hardlink(entry) || archive_entry_symlink(entry) || (type != AE_IFREG && type != AE_IFDIR))) {
            ++m_links;
            return true;
        }
        if (!raw && type == AE_IFDIR)
            return true;
        const MemberName name = memberName(rawName);
        if (hasSkippedFolder(name.shown))
            return true;
        if (archive_entry_is_data_encrypted(entry) == 1) {
            add(ProblemSeverity::error, "archive-encrypted",
                "a member of the archive is encrypted and was not read; pack it without a password");
            return true;
        }
        std::string bytes;
        const std::int64_t size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
        switch (readData(handle, size, bytes)) {
        case Read::limit:
            return false;
        case Read::cutOff:
            add(ProblemSeverity::error, "archive-cut-off",
                "a member of the archive is damaged or cut off and was left out; pack it again");
            return true; // the next header fails too if nothing more can be read
        case Read::tooLarge:
            add(ProblemSeverity::error, "limit-file", "a member of the archive is larger than is read; split it");
            return true;
        case Read::complete:
            break;
        }
        const std::string shown = prefix + name.shown;
        if (looksLikeArchive(bytes))
            return readNested(bytes, name, shown, nesting);
        ++m_result.members;
        const FileId id = m_deliver({shown, std::move(bytes)});
        if (name.unsafe)
            unsafeName(id);
        return true;
    }

    bool readNested(const std::string& bytes, const MemberName& name, const std::string& shown, std::size_t nesting)
    {
        if (nesting >= m_limits.archiveNesting) {
            add(ProblemSeverity::warning, "limit-archive-nesting",
                "an archive in an archive in an archive was not read; unpack the outer ones");
            return true;
        }
        if (name.unsafe)
            unsafeName({});
        const std::string_view base = std::string_view(name.shown).substr(name.shown.rfind('/') + 1);
        readOne(bytes, base, shown + "!", nesting + 1);
        return !m_result.stopped;
    }

    // Collected in chunks, because the size in the header may be absent or a lie; joined without a second copy of all.
    Read readData(::archive* handle, std::int64_t size, std::string& bytes)
    {
        if (size > 0 && static_cast<std::uint64_t>(size) > m_limits.fileBytes)
            return Read::tooLarge;
        std::vector<std::string> chunks;
        std::uint64_t length = 0;
        for (;;) {
            const void* block = nullptr;
            std::size_t count = 0;
            la_int64_t offset = 0;
            const int status = archive_read_data_block(handle, &block, &count, &offset);
            if (status == ARCHIVE_EOF)
                break;
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return Read::cutOff;
            const std::uint64_t hole = offset > 0 && static_cast<std::uint64_t>(offset) > length
                                           ? static_cast<std::uint64_t>(offset) - length
                                           : 0; // a sparse file's
            if (length + hole + count > m_limits.fileBytes)
                return Read::tooLarge;
            if (m_result.bytes + hole + count > m_allowed || (m_stop && m_stop())) {
                limit("limit-archive-bytes", "the archive unpacks to more than is read; unpack what matters");
                discard(std::move(chunks));
                return Read::limit;
            }
            m_result.bytes += hole + count;
            length += hole + count;
            if (chunks.empty() || chunks.back().size() + hole + count > chunkBytes) {
                chunks.emplace_back();
                chunks.back().reserve(std::min<std::size_t>(chunkBytes, size > 0 ? static_cast<std::size_t>(size) : chunkBytes));
            }
            chunks.back().append(static_cast<std::size_t>(hole), '\0');
            if (count > 0)
                chunks.back().append(static_cast<const char*>(block), count);
        }
        if (chunks.size() == 1) {
            bytes = std::move(chunks.front());
            return Read::complete;
        }
        bytes.reserve(static_cast<std::size_t>(length));
        for (std::string& chunk : chunks) {
            if (m_stop && m_stop()) {
                discard(std::move(chunks));
                discard(std::move(bytes));
                m_result.stopped = true;
                return Read::limit;
            }
            bytes += chunk;
            std::string().swap(chunk);
        }
        return Read::complete;
    }

    void unsafeName(FileId id)
    {
        if (++m_unsafeNames > mostNameProblems)
            return;
        Problem& problem =
            add(ProblemSeverity::warning, "archive-unsafe-name",
                "expected a name inside the archive, found one that leaves it; the content was read under the name shown");
        problem.evidence.file = id;
    }

    void limit(std::string id, std::string message)
    {
        if (!m_result.stopped)
            add(ProblemSeverity::error, std::move(id), std::move(message));
        m_result.stopped = true;
    }

    Problem& add(ProblemSeverity severity, std::string id, std::string message)
    {
        m_result.problems.push_back({severity, std::move(id), std::move(message), {}, {}});
        return m_result.problems.back();
    }

    const Limits& m_limits;
    const std::function<FileId(Member)>& m_deliver;
    const std::function<bool()>& m_stop;
    ArchiveResult m_result;
    std::uint64_t m_allowed = 0;
    std::size_t m_entries = 0;
    std::size_t m_links = 0;
    std::size_t m_unsafeNames = 0;
};

} // namespace

bool looksLikeArchive(std::string_view bytes)
{
    if (startsWith(bytes, std::string_view("PK\x03\x04", 4))) {
        // The first member's name tells packages: office files, jars, OpenDocument, EPUB.
        const std::string_view name = bytes.substr(std::min<std::size_t>(30, bytes.size()), 20);
        return !startsWith(name, "META-INF/") && !startsWith(name, "[Content_Types]") && !startsWith(name, "mimetype");
    }
    constexpr std::array<std::string_view, 4> magics{"\x1F\x8B\x08",
                                                     std::string_view("\xFD"
                                                                      "7zXZ\0",
                                                                      6),
                                                     "\x28\xB5\x2F\xFD", "BZh"};
    if (std::any_of(magics.begin(), magics.end(), [&](std::string_view magic) { return startsWith(bytes, magic); }))
        return true;
    return bytes.size() >= 512 && bytes.substr(257, 5) == "ustar";
}

ArchiveResult readArchive(std::string_view bytes, std::string_view name, const Limits& limits,
                          const std::function<FileId(Member)>& deliver, const std::function<bool()>& stop)
{
    return Reader(limits, deliver, stop).read(bytes, name);
}

} // namespace bartizan::archive
