// MARC as ISO 2709: leader, directory, fields, each ended by a control character.
#include <cstdio>

#include "searcher/render/record/forms.h"
#include "searcher/render/record/marc.h"

namespace undex::rendering {
namespace {

constexpr char kFieldEnd = '\x1E';
constexpr char kRecordEnd = '\x1D';
constexpr char kSubfield = '\x1F';
constexpr std::size_t kLeaderSize = 24;

std::string data_of(const MarcField& field) {
  if (field.subfields.empty()) return field.value + kFieldEnd;
  std::string data(field.indicators, 2);
  for (const auto& [code, value] : field.subfields) {
    data += kSubfield;
    data += code;
    data += value;
  }
  return data + kFieldEnd;
}

}  // namespace

std::string record_iso2709(const Record& record, std::string_view) {
  std::string directory;
  std::string data;
  for (const MarcField& field : marc_fields(record)) {
    const std::string own = data_of(field);
    char entry[32];
    std::snprintf(entry, sizeof entry, "%s%04zu%05zu", field.tag.c_str(), own.size(), data.size());
    directory += entry;
    data += own;
  }
  directory += kFieldEnd;
  data += kRecordEnd;
  const std::size_t begin = kLeaderSize + directory.size();
  return marc_leader(begin + data.size(), begin) + directory + data;
}

}  // namespace undex::rendering
