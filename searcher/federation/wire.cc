#include "searcher/federation/wire.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "corpus/text.h"
#include "searcher/federation/wire_parts.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

using Json = nlohmann::json;

/// Twice what the deepest message has: what a parser keeps of an open list is a hundred times its
/// byte.
constexpr int kMostDepth = 24;
constexpr std::string_view kWorksMagic = "undexwk1";

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorKind::usage, "no message between archives: " + what,
              "'undex serve --node' and those who ask it must be of one version");
}

constexpr int last_of(Order) { return static_cast<int>(Order::symbol); }
constexpr int last_of(Syntax) { return static_cast<int>(Syntax::cql); }
constexpr int last_of(FacetOrder) { return static_cast<int>(FacetOrder::name); }
constexpr int last_of(Unit) { return static_cast<int>(Unit::paragraph); }
constexpr int last_of(Group) { return static_cast<int>(Group::series); }
constexpr int last_of(Locator::Place) { return static_cast<int>(Locator::Place::footnote); }
constexpr int last_of(ReferenceKind) { return static_cast<int>(ReferenceKind::url); }
constexpr int last_of(Relation) { return static_cast<int>(Relation::agenda); }
constexpr int last_of(Match) { return static_cast<int>(Match::any); }

/// Before a string that stands as its bytes, each as the character of its number: it is no UTF-8,
/// or begins with this.
constexpr char kAsBytes = '=';

struct Writer {
  Json json(const std::string& text) const {
    if (!text.starts_with(kAsBytes) && is_valid_utf8(text)) return text;
    std::string out(1, kAsBytes);
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x80) out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(byte >= 0x80 ? 0x80 | (byte & 0x3F) : byte);
    }
    return out;
  }
  template <typename T>
  requires std::is_arithmetic_v<T> Json json(T value)
  const { return value; }
  template <typename T>
  requires std::is_enum_v<T> Json json(T value)
  const { return static_cast<int>(value); }
  template <typename T>
  Json json(const std::vector<T>& list) const {
    Json out = Json::array();
    for (const T& one : list) out.push_back(json(one));
    return out;
  }
  template <typename T>
  Json json(const std::map<std::string, T>& map) const {
    Json out = Json::array();
    for (const auto& [key, value] : map) out.push_back(Json::array({json(key), json(value)}));
    return out;
  }
  template <typename T>
  Json json(const std::optional<T>& value) const {
    return value ? Json::array({json(*value)}) : Json::array();
  }
  template <typename T>
  Json json(const std::shared_ptr<const T>& value) const {
    return json(value ? *value : T{});
  }
  template <typename T>
  requires std::is_class_v<T> Json json(const T& value)
  const {
    Json out = Json::array();
    parts(value, [&](const auto&... part) { (out.push_back(json(part)), ...); });
    return out;
  }
};

/// What is shown to people, as it came: all of it is text, whoever sent it.
template <typename T>
constexpr bool kIsText = Is<T, Result> || Is<T, Version> || Is<T, Status> || Is<T, ListedText> ||
                         Is<T, CitingText> || Is<T, std::vector<std::string>>;

struct Reader {
  bool text_only = false;

  void read(const Json& json, std::string& out) const {
    if (!json.is_string()) refuse("a text is missing");
    const std::string& text = json.get_ref<const std::string&>();
    if (!text.starts_with(kAsBytes)) return void(out = text);
    out.clear();
    for (std::size_t at = 1; at < text.size(); ++at) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (lead > 0xC3) refuse("a byte has too high a number");
      if (lead < 0x80)
        out += text[at];
      else  // the parser has seen that it is UTF-8
        out += static_cast<char>((lead & 0x03) << 6 | (text[++at] & 0x3F));
    }
    if (text_only) out = repair_utf8(out);
  }
  void read(const Json& json, bool& out) const {
    if (!json.is_boolean()) refuse("a yes or no is missing");
    out = json.get<bool>();
  }
  void read(const Json& json, std::uint64_t& out) const {
    if (!json.is_number_unsigned()) refuse("a number is missing");
    out = json.get<std::uint64_t>();
  }
  void read(const Json& json, int& out) const {
    if (!json.is_number_unsigned() || json.get<std::uint64_t>() > 1'000'000)
      refuse("a small number is missing");
    out = json.get<int>();
  }
  void read(const Json& json, double& out) const {
    if (!json.is_number() || !std::isfinite(json.get<double>())) refuse("a number is missing");
    out = json.get<double>();
  }
  template <typename T>
  requires std::is_enum_v<T>
  void read(const Json& json, T& out) const {
    int value = 0;
    read(json, value);
    if (value > last_of(out)) refuse("a choice is none of ours");
    out = static_cast<T>(value);
  }
  template <typename T>
  void read(const Json& json, std::vector<T>& out) const {
    out.clear();
    out.reserve(array(json).size());
    for (const Json& one : json) read(one, out.emplace_back());
  }
  template <typename T>
  void read(const Json& json, std::map<std::string, T>& out) const {
    out.clear();
    for (const Json& one : array(json)) {
      std::string key;
      read(array(one, 2)[0], key);
      read(one[1], out[key]);
    }
  }
  template <typename T>
  void read(const Json& json, std::optional<T>& out) const {
    out.reset();
    if (!array(json).empty()) read(array(json, 1)[0], out.emplace());
  }
  template <typename T>
  void read(const Json& json, std::shared_ptr<const T>& out) const {
    auto value = std::make_shared<T>();
    read(json, *value);
    out = std::move(value);
  }
  template <typename T>
  requires std::is_class_v<T>
  void read(const Json& json, T& out) const {
    const Reader reader{.text_only = text_only || kIsText<T>};
    parts(out, [&](auto&... part) {
      std::size_t at = 0;
      array(json, sizeof...(part));
      (reader.read(json[at++], part), ...);
    });
    check(out);
  }

 private:
  static const Json& array(const Json& json) {
    if (!json.is_array()) refuse("a list is missing");
    return json;
  }
  static const Json& array(const Json& json, std::size_t parts_wanted) {
    if (array(json).size() != parts_wanted) refuse("a list has too many parts, or too few");
    return json;
  }

  template <typename T>
  static void check(const T&) {}
  static void check(const Request& request) {
    if (request.query.size() > kMostQueryBytes || request.limit > kMostHits ||
        request.offset > kMostHits - request.limit || request.passages > kMostPassages ||
        request.facets.size() > kMostFacets)
      refuse("the request goes beyond what is answered");
  }
  static void check(const std::string& text, const std::vector<Span>& spans) {
    std::size_t at = 0;
    for (const Span& span : spans) {
      if (span.begin < at || span.end < span.begin || span.end > text.size())
        refuse("a match is not in its text, or not in order");
      at = span.end;
    }
  }
  static void check(const Passage& passage) {
    check(passage.text, passage.matches);
    check(passage.snippet, passage.snippet_matches);
  }
  static void check_elsewhere(const std::vector<std::uint64_t>& works) {
    if (works.size() > kMostElsewhere) refuse("too many works are shown elsewhere");
    if (std::ranges::adjacent_find(works, std::ranges::greater_equal()) != works.end())
      refuse("works are not in order");
  }
  static void check(const StatisticsQuestion& question) { check_elsewhere(question.elsewhere); }
  static void check(const EvidenceQuestion& question) { check_elsewhere(question.elsewhere); }
  static void check(const Shared& shared) {
    check_elsewhere(shared.elsewhere);
    if (shared.groups.size() > kMostHits) refuse("too many groups are asked for");
  }
  static void check(const SideStatistics& side) {
    const auto beyond = [&](const auto& term) { return term.second.holders > side.size; };
    if (std::ranges::any_of(side.terms, beyond)) refuse("a word has more holders than there are");
  }
  static void check(const PartAnswer& answer) {
    const std::size_t hits = answer.result.hits.size();
    if (answer.sort_keys.size() != hits) refuse("not every hit has a place");
    if (!std::ranges::all_of(answer.notes_on_nothing, is_valid_utf8)) refuse("a note is no text");
    if (!answer.hit_groups.empty() && answer.hit_groups.size() != hits)
      refuse("not every hit has a group");
    if (answer.groups &&
        (answer.groups->size() > answer.result.groups || !std::ranges::is_sorted(*answer.groups)))
      refuse("groups are not in order, or more than were counted");
  }
  static void check(const GroupMembers& members) {
    if (members.first.size() != members.sort_keys.size() || members.first.size() > members.count)
      refuse("not every member of a group has a place");
  }
};

template <typename Message>
std::string written(const Message& message) {
  return Json{{"version", kWireVersion}, {"body", Writer().json(message)}}.dump();
}

Json parsed(std::string_view bytes) {
  try {
    return Json::parse(bytes, [](int depth, Json::parse_event_t, const Json&) {
      if (depth > kMostDepth) refuse("it goes too deep");
      return true;
    });
  } catch (const Json::exception&) {
    refuse("it is no JSON");
  }
}

template <typename Message>
void read_into(std::string_view bytes, Message& out) {
  const Json json = parsed(bytes);
  if (!json.is_object() || !json.contains("version") || !json["version"].is_number_unsigned())
    refuse("it has no version");
  if (json["version"] != kWireVersion)
    throw Error(ErrorKind::version,
                "archives speak version " + std::to_string(json["version"].get<std::uint64_t>()) +
                    " to each other there, version " + std::to_string(kWireVersion) + " here",
                "run the same version of undex on all machines");
  if (json.size() != 2 || !json.contains("body")) refuse("it has no body");
  Reader{.text_only = kIsText<Message>}.read(json["body"], out);
}

}  // namespace

std::string write_message(const StatisticsQuestion& message) { return written(message); }
std::string write_message(const ToldStatistics& message) { return written(message); }
std::string write_message(const EvidenceQuestion& message) { return written(message); }
std::string write_message(const std::vector<double>& message) { return written(message); }
std::string write_message(const PartQuestion& message) { return written(message); }
std::string write_message(const PartAnswer& message) { return written(message); }
std::string write_message(const Status& message) { return written(message); }
std::string write_message(const std::vector<ListedText>& message) { return written(message); }
std::string write_message(const std::vector<std::string>& message) { return written(message); }
std::string write_message(const std::vector<CitingText>& message) { return written(message); }

void read_message(std::string_view bytes, StatisticsQuestion& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, ToldStatistics& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, EvidenceQuestion& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, std::vector<double>& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, PartQuestion& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, PartAnswer& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, Status& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, std::vector<ListedText>& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, std::vector<std::string>& out) { read_into(bytes, out); }
void read_message(std::string_view bytes, std::vector<CitingText>& out) { read_into(bytes, out); }

std::string write_works(const std::vector<std::uint64_t>& works) {
  std::string out(kWorksMagic);
  out.reserve(out.size() + works.size() * 8);
  for (const std::uint64_t work : works)
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(work >> shift);
  return out;
}

std::vector<std::uint64_t> read_works(std::string_view bytes) {
  if (!bytes.starts_with(kWorksMagic) || bytes.size() % 8 != 0) refuse("it is no list of works");
  std::vector<std::uint64_t> works;
  works.reserve(bytes.size() / 8);
  for (std::size_t at = kWorksMagic.size(); at < bytes.size(); at += 8) {
    std::uint64_t work = 0;
    for (int byte = 7; byte >= 0; --byte)
      work = work << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(byte)]);
    if (!works.empty() && work <= works.back()) refuse("works are not in order");
    works.push_back(work);
  }
  return works;
}

}  // namespace undex::federation
