// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/durable_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace bartizan::app {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int value() const { return m_value; }
    bool good() const { return m_value >= 0; }
    bool close() { return m_value < 0 || ::close(std::exchange(m_value, -1)) == 0; }

private:
    int m_value;
};

Error unreadable(const fs::path& path, int reason)
{
    return {"file-unreadable",
            "expected a file that can be read, found: " + std::string(std::strerror(reason)) + " (" + path.string() + ")"};
}

Error unwritable(const fs::path& path, int reason)
{
    return {"file-unwritable", "expected to write the file, found: " + std::string(std::strerror(reason)) +
                                   "; choose another folder or make room (" + path.string() + ")"};
}

bool flushFolder(const fs::path& folder)
{
    const Descriptor file(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return file.good() && ::fsync(file.value()) == 0;
}

bool writeAll(int file, const std::string& bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t written = ::write(file, bytes.data() + at, bytes.size() - at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace

Result<std::string> readBounded(const fs::path& path, std::size_t most)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about {};
    if (!file.good() || ::fstat(file.value(), &about) != 0)
        return tl::unexpected(unreadable(path, errno));
    if (!S_ISREG(about.st_mode))
        return tl::unexpected(unreadable(path, S_ISDIR(about.st_mode) ? EISDIR : EINVAL));
    const Error tooLarge{"file-size", "expected a smaller file (" + path.string() + ")"};
    if (static_cast<std::uintmax_t>(about.st_size) > most)
        return tl::unexpected(tooLarge);
    std::string bytes;
    char buffer[65536];
    for (;;) {
        const ssize_t got = ::read(file.value(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return tl::unexpected(unreadable(path, errno));
        if (got == 0)
            return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > most)
            return tl::unexpected(tooLarge);
    }
}

Result<bool> replaceFile(const fs::path& target, const std::string& temporaryName, const std::string& bytes, unsigned mode)
{
    std::error_code failed;
    fs::path real = target;
    if (fs::is_symlink(target, failed))
        real = fs::weakly_canonical(target, failed);
    const fs::path temporary = real.parent_path() / temporaryName;
    ::unlink(temporary.c_str()); // left behind by a crash; made anew, so that no planted link is followed
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!file.good())
        return tl::unexpected(unwritable(target, errno));
    struct stat old {};
    const bool keepsMode = ::stat(real.c_str(), &old) == 0;
    const bool written = writeAll(file.value(), bytes) && (!keepsMode || ::fchmod(file.value(), old.st_mode & 0777) == 0) &&
                         ::fsync(file.value()) == 0 && file.close() && ::rename(temporary.c_str(), real.c_str()) == 0;
    if (!written) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return tl::unexpected(unwritable(target, reason));
    }
    if (!flushFolder(real.parent_path()))
        return tl::unexpected(unwritable(target, errno));
    return true;
}

bool removeFile(const fs::path& path)
{
    const bool gone = ::unlink(path.c_str()) == 0 || errno == ENOENT;
    return flushFolder(path.parent_path()) && gone;
}

} // namespace bartizan::app
