#pragma once
// Understanding anew what older rules understood: documents stay, their marks are made again.
#include <cstddef>
#include <functional>

#include "corpus/archive.h"

namespace undex {

/// Documents of the archive whose marks have an older number than kUnderstandingVersion, or none,
/// are understood and put again, durable in batches; provenance and originals stay as they are.
/// Returns how many there were. progress(done, total) may be empty.
std::size_t refresh_marks(Archive& archive,
                          const std::function<void(std::size_t done, std::size_t total)>& progress);

}  // namespace undex
