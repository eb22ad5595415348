#include "indexer/submission/sender.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/authority.h"
#include "corpus/state_words.h"
#include "corpus/text.h"

namespace undex::submission {
namespace {

constexpr std::size_t kFirstBlocks = 12;  ///< letterhead, reference, title, opening
constexpr std::size_t kMostLines = 40;
constexpr std::size_t kMostOfALine = 600;
constexpr std::size_t kMostOfAName = 200;
constexpr std::size_t kMostOfATitle = 200;

/// Words beside which a sender stands.
struct Sign {
  std::string_view words;
  bool name_before = false;  ///< as in Chinese
  bool of_a_title = false;   ///< says so in a title only, not within a text
};

// Compared word by word, folded, with the cases of Russian.
constexpr std::array<Sign, 63> kSigns{{
    {"Permanent Mission"},
    {"Permanent Representative"},
    {"Permanent Delegation"},
    {"Ministry of Foreign Affairs"},
    {"Government of"},
    {"Embassy of"},
    {"Mission permanente"},
    {"Représentant permanent"},
    {"Représentante permanente"},
    {"Ministère des affaires étrangères"},
    {"Gouvernement"},
    {"Ambassade"},
    {"Misión Permanente"},
    {"Representación Permanente"},
    {"Representante Permanente"},
    {"Ministerio de Relaciones Exteriores"},
    {"Gobierno de"},
    {"Embajada de"},
    {"Постоянное представительство"},
    {"Постоянный представитель"},
    {"Министерство иностранных дел"},
    {"Правительство"},
    {"Посольство"},
    {"البعثة الدائمة"},
    {"الممثل الدائم"},
    {"الممثلة الدائمة"},
    {"وزارة خارجية"},
    {"حكومة"},
    {"سفارة"},
    {"常驻联合国", true},
    {"政府", true},
    {"大使馆", true},
    {"Submission by", false, true},
    {"Submission of", false, true},
    {"Submission from", false, true},
    {"Submitted by", false, true},
    {"Views of", false, true},
    {"Contribution by", false, true},
    {"Contribution of", false, true},
    {"Contribution from", false, true},
    {"Reply of", false, true},
    {"Reply from", false, true},
    {"Response of", false, true},
    {"Response from", false, true},
    {"Comments by", false, true},
    {"Input from", false, true},
    {"Contribution", false, true},
    {"Communication", false, true},
    {"Réponse", false, true},
    {"Vues", false, true},
    {"Présenté par", false, true},
    {"Contribución", false, true},
    {"Comunicación", false, true},
    {"Respuesta", false, true},
    {"Opiniones", false, true},
    {"Presentado por", false, true},
    {"Представлено", false, true},
    {"Ответ", false, true},
    {"Мнение", false, true},
    {"مساهمة", false, true},
    {"آراء", false, true},
    {"提交", true, true},
    {"的意见", true, true},
}};

/// What ends the name of a sender.
constexpr std::array<std::string_view, 22> kStops{
    " to the ",  " to UN",    " presents",  " addressed", " has the",  " auprès",
    " près",     " présente", " adressée",  " ante ",     " presenta", " saluda",
    " dirigida", " при ",     " свидетель", " لدى",       " تهدي",     "\n",
    ",",         ";",         "(",          ": "};

/// What stands before the name and is no part of it.
constexpr std::array<std::string_view, 17> kLeads{"of ", "by ",  "from ", "the ", "de ", "la ",
                                                  "le ", "les ", "l’",    "l'",   "du ", "des ",
                                                  "d’",  "d'",   "del ",  "los ", "el "};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('.')) text.remove_suffix(1);
  return text;
}

/// The text without the leads at its front, whatever their case.
std::string_view without_leads(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    text = trimmed(text);
    for (const std::string_view lead : kLeads) {
      if (text.size() <= lead.size() || to_lower(text.substr(0, lead.size())) != lead) continue;
      text.remove_prefix(lead.size());
      again = true;
    }
  }
  return text;
}

std::string_view name_behind(std::string_view text, std::size_t at) {
  std::string_view name = text.substr(at, kMostOfAName);
  const std::string lower = to_lower(name);
  std::size_t end = name.size();
  if (lower.size() == name.size())  // so that places in one are places in the other
    for (const std::string_view stop : kStops) end = std::min(end, lower.find(stop));
  return without_leads(name.substr(0, end));
}

std::string_view name_before(std::string_view text, std::size_t at) {
  std::string_view name = text.substr(0, at);
  for (const std::string_view stop : {"，", "。", "：", "\n"})
    if (const std::size_t end = name.rfind(stop); end != std::string_view::npos)
      name.remove_prefix(end + stop.size());
  return trimmed(name);
}

struct SignWords {
  Sign sign;
  StateWords words;
};
const std::vector<SignWords>& sign_words() {
  static const std::vector<SignWords> kWords = [] {
    std::vector<SignWords> words;
    for (const Sign& sign : kSigns) words.push_back({sign, StateWords(sign.words)});
    return words;
  }();
  return kWords;
}

/// A text of the paper in which a sender may stand.
struct Line {
  std::string text;
  std::string place;
};

/// The sign and the name beside it. A name that is no State's counts only where nothing else
/// speaks.
std::optional<Sender> sender_by(const SignWords& sign, const Line& line, const StateWords& words) {
  if (sign.sign.of_a_title && line.text.size() > kMostOfATitle) return std::nullopt;
  const auto at = words.find(sign.words);
  if (!at) return std::nullopt;
  const std::string_view name =
      sign.sign.name_before ? name_before(line.text, at->begin) : name_behind(line.text, at->end);
  if (name.empty()) return std::nullopt;
  Sender sender;
  sender.printed = repair_utf8(name);
  const std::size_t begin = sign.sign.name_before ? 0 : at->begin;
  const auto name_at = static_cast<std::size_t>(name.data() - line.text.data());
  const std::size_t end = sign.sign.name_before ? at->end : name_at + name.size();
  sender.words = line.text.substr(begin, end - begin);
  sender.place = line.place;
  if (const auto state = first_state(name)) {
    sender.name = state->state->name;
    sender.former_until = state->former_until;
  }
  return sender;
}

/// Letterheads stand in running heads and in tables too.
std::vector<Line> first_lines(const Document& document) {
  std::vector<Line> lines;
  const auto add = [&](std::string_view text, const Locator& place) {
    if (!text.empty() && lines.size() < kMostLines)
      lines.push_back({repair_utf8(text.substr(0, kMostOfALine)), place.text()});
  };
  for (std::size_t at = 0; at < std::min(kFirstBlocks, document.blocks.size()); ++at) {
    const Block& block = document.blocks[at];
    add(block.text, block.locator);
    if (block.kind != BlockKind::table || block.table < 0) continue;
    for (const std::vector<std::string>& row :
         document.tables[static_cast<std::size_t>(block.table)].rows)
      for (const std::string& cell : row) add(cell, block.locator);
  }
  for (const Value* title : document.masthead.all(MastheadItem::title))
    add(title->normal, *parse_locator("masthead"));
  return lines;
}

/// By a name of the authority file that the call lets submit.
Sender sender_among(const std::vector<std::string>& others, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    for (const NameMatch& match : find_names(line.text)) {
      if (std::find(others.begin(), others.end(), match.name->id) == others.end()) continue;
      const std::string words = line.text.substr(match.begin, match.end - match.begin);
      return {match.name, words, words, line.place, 0};
    }
  }
  return {};
}

}  // namespace

Sender read_sender(const Document& document, const std::vector<std::string>& others) {
  const std::vector<Line> lines = first_lines(document);
  std::vector<StateWords> words;
  for (const Line& line : lines) words.emplace_back(line.text);
  Sender unknown;
  std::size_t unknown_at = lines.size();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    for (const SignWords& sign : sign_words()) {
      const std::optional<Sender> sender = sender_by(sign, lines[at], words[at]);
      if (sender && sender->name) return *sender;
      if (!sender || unknown_at < lines.size() || sign.sign.of_a_title) continue;
      unknown = *sender;
      unknown_at = at;
    }
  }
  if (Sender other = sender_among(others, lines); other.name) return other;
  // A line that is nothing but the name of a State, as above "Ministry of Foreign Affairs".
  for (std::size_t at = 0; at < unknown_at; ++at)
    if (const auto state = parse_state(lines[at].text))
      return {state->state->name, lines[at].text, lines[at].text, lines[at].place,
              state->former_until};
  return unknown;
}

Sender stated_sender(std::string_view text) {
  Sender sender;
  sender.printed = std::string(text);
  sender.words = sender.printed;
  if (const auto state = parse_state(text)) {
    sender.name = state->state->name;
    sender.former_until = state->former_until;
    return sender;
  }
  sender.name = find_name(text);
  if (sender.name) return sender;
  const std::vector<NameMatch> names = find_names(text);
  const bool whole = names.size() == 1 && names[0].begin == 0 && names[0].end == text.size();
  if (whole) sender.name = names[0].name;
  return sender;
}

std::string described(const Name& name) {
  const MemberState* state = find_state(name.id);
  return name.preferred + (state ? " (" + std::string(state->alpha3) + ")" : "");
}

}  // namespace undex::submission
