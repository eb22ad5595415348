#pragma once
// Precedents as a person reads them. Used in this folder only.
#include <string>

#include "searcher/render/precedent.h"

namespace undex::rendering {

/// "earliest and nearest"
std::string standing_of(const Precedent& use);
/// "the concept service desk; the words calls, missions"
std::string reasons_of(const InCommon& shared);
/// "its para. 4 is recalled by A/RES/60/252, pp. 1; A/60/323, para. 3 is mandated by it"; empty
/// when nothing held takes it up.
std::string taken_up_in_words(const Precedent& one);

std::string precedents_text(const PrecedentPage& page, const RenderOptions& options);

}  // namespace undex::rendering
