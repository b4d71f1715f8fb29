// SPDX-License-Identifier: GPL-3.0-or-later
// Names of container images: the grammar and the normalisation of distribution/reference (reference.go, regexp.go,
// normalize.go), as Docker, containerd and CRI-O use it. Called by importers of scanner reports and by model/resolve.
// All functions are pure, take linear time and accept any bytes. Digests are sha256 only (as that library has them
// when nothing else is registered). Error ids: reference-empty, reference-format, name-uppercase, name-too-long,
// name-is-identifier, name-not-canonical, digest-unsupported, digest-length, digest-format.
#pragma once

#include "model/result.h"

#include <string>
#include <string_view>

namespace bartizan {

struct ImageReference {
    std::string domain; // "docker.io", "quay.io:5000"; "" when the grammar found none
    std::string path;   // "library/nginx"
    std::string tag;    // "" when none is written
    std::string digest; // "sha256:<64 hex>", "" when none is written

    std::string name() const; // domain/path, the repository
    std::string text() const; // name[:tag][@digest]; the digest alone for a bare identifier
    friend bool operator==(const ImageReference&, const ImageReference&) = default;
};

// The grammar only: no default registry. "nginx" has domain "".
Result<ImageReference> parseReference(std::string_view text);
// Familiar names made full: "nginx:1.25" is docker.io/library/nginx:1.25. Never adds a tag. Bare 64 hex is refused.
Result<ImageReference> parseNormalized(std::string_view text);
// As parseNormalized, but the text must already be the full form.
Result<ImageReference> parseCanonical(std::string_view text);
// Also accepts a bare identifier (64 hex) or digest: then domain, path and tag are empty.
Result<ImageReference> parseAnyReference(std::string_view text);
// What a runtime asks the registry for: ":latest" if neither tag nor digest; of tag and digest only the digest.
ImageReference asPulled(ImageReference reference);

// "nginx" for docker.io/library/nginx; the full name outside docker.io.
std::string familiarName(const ImageReference& reference);

// "sha256:" and 64 lower-case hexadecimal digits.
bool isDigest(std::string_view text);

// The key under which two repositories are the same when reports are matched: the domain in lower case, and the
// other host names of Docker Hub (registry-1.docker.io, registry.hub.docker.com) folded to docker.io. This is our
// decision; the library above folds only index.docker.io and keeps the case.
std::string repositoryKey(const ImageReference& reference);

} // namespace bartizan
