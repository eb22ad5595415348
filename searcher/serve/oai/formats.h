#pragma once
// The forms that records are given in: one table.
#include <span>
#include <string>
#include <string_view>

#include "corpus/archive.h"
#include "searcher/serve/oai/items.h"

namespace undex::serve::oai {

struct MetadataFormat {
  std::string_view prefix;
  std::string_view schema;  ///< where it is published
  std::string_view xml_namespace;
  std::string_view form;        ///< row of searcher/render/record/forms.h
  bool says_namespace = false;  ///< what that form writes
};

std::span<const MetadataFormat> metadata_formats();
/// nullptr if there is none of that prefix.
const MetadataFormat* find_metadata_format(std::string_view prefix);

/// The element of an item held, from its text in English, else from its first; it names its schema.
std::string metadata_of(const Archive& archive, const Item& item, const MetadataFormat& format);

}  // namespace undex::serve::oai
