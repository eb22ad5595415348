#include "indexer/make_document.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <new>
#include <utility>

#include "corpus/xml.h"
#include "indexer/convert/sandbox/cage.h"
#include "indexer/packed.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "undex/error.h"

namespace undex {
namespace {

/// The XML of the archive is read without libxml2's leave for texts of 10 MB in one piece.
constexpr std::size_t kMostOfAParagraph = std::size_t{8} << 20;
/// What 512 MB of memory hold: some 10,000 pages.
constexpr std::size_t kMostParagraphs = 150'000;
constexpr std::size_t kMostMarks = 100'000;
/// A joint document has a dozen; each stands in every line about it.
constexpr std::size_t kMostSymbols = 100;
constexpr std::size_t kMostOfAMasthead = 10'000;

void check_sizes(const Document& document) {
  const auto check = [](const std::string& text) {
    if (text.size() > kMostOfAParagraph)
      throw Error(ErrorKind::check, "one paragraph is larger than 8 MiB",
                  "see that it is a document, and that its lines end");
  };
  if (document.blocks.size() > kMostParagraphs)
    throw Error(ErrorKind::check, "more than 150,000 paragraphs", "split it into its documents");
  if (document.symbol.parts.size() > kMostSymbols)
    throw Error(ErrorKind::check, "more than 100 symbols of its own",
                "split it into its documents");
  if (document.masthead.entries.size() > kMostOfAMasthead)
    throw Error(ErrorKind::check, "more than 10,000 entries in its masthead",
                "split it into its documents");
  for (const Block& block : document.blocks) check(block.text);
  for (const Table& table : document.tables)
    for (const std::vector<std::string>& row : table.rows)
      std::for_each(row.begin(), row.end(), check);
}

void check_marks(const Marks& marks) {
  if (marks.references.size() + marks.figures.size() + marks.names.size() + marks.dates.size() +
          marks.quotes.size() + marks.statuses.size() + marks.definitions.size() >
      kMostMarks)
    throw Error(ErrorKind::check, "more than 100,000 citations, names and figures",
                "split it into its documents");
}

Document document_of(ConvertedText text, std::string_view name) {
  Document document = read_structure(text, name);
  document.provenance.format = std::move(text.format);
  document.provenance.media_type = std::move(text.media_type);
  text = {};
  check_sizes(document);
  understand(document);
  check_marks(document.marks);
  return document;
}

// ---- in the cage

enum class Step : std::uint64_t { begin, read, unpack };

void write(Packer& out, const Made& made) {
  const bool is_document = made.reason.empty() && made.members.empty();
  out.text(is_document ? proved_document_xml(made.document) : "");
  out.number(made.members.size());
  for (const Member& member : made.members) {
    for (const std::string* text : {&member.name, &member.bytes, &member.reason, &member.remedy})
      out.text(*text);
    out.number(member.passed_over);
  }
  out.number(made.next);
  out.text(made.format);
  out.text(made.reason);
  out.text(made.remedy);
}

Made read(Unpacker& in) {
  Made made;
  const std::string_view xml = in.text();
  if (!xml.empty()) made.document = read_document_xml(xml, "what its reader made");
  for (std::uint64_t left = in.number(); left > 0; --left) {
    Member& member = made.members.emplace_back();
    for (std::string* text : {&member.name, &member.bytes, &member.reason, &member.remedy})
      *text = in.text();
    member.passed_over = in.number() != 0;
  }
  made.next = in.number();
  made.format = in.text();
  made.reason = in.text();
  made.remedy = in.text();
  return made;
}

void write(Packer& out, const std::vector<Notice>& notices) {
  out.number(notices.size());
  for (const Notice& notice : notices) {
    out.number(static_cast<std::uint64_t>(notice.level));
    out.text(notice.code);
    out.text(notice.text);
  }
}

std::vector<Notice> read_notices(Unpacker& in) {
  std::vector<Notice> notices;
  for (std::uint64_t left = in.number(); left > 0; --left) {
    Notice& notice = notices.emplace_back();
    notice.level = in.number() == 0 ? Notice::Level::info : Notice::Level::warning;
    notice.code = in.text();
    notice.text = in.text();
  }
  return notices;
}

// What the cage says of a source: which format must prepare it first, or what was made of it.

std::string answer(const Format& preparing, const Inspection& inspection) {
  Packer out;
  out.text(preparing.name);
  out.text(inspection.kind);
  write(out, inspection.notices);
  return out.take();
}

std::string answer(const Made& made) {
  Packer out;
  out.text({});
  write(out, made);
  return out.take();
}

/// What a source of this format becomes; a refusal keeps the format too.
std::string answer(const Format& format, const std::function<Made()>& make) {
  Made made;
  try {
    made = make();
  } catch (const Error& error) {
    made.reason = error.what();
    made.remedy = error.hint;
  }
  made.format = format.name;
  return answer(made);
}

Made made_of(Document document) {
  Made made;
  made.document = std::move(document);
  return made;
}

Made made_of(Members members) {
  Made made;
  made.members = std::move(members.list);
  made.next = members.next;
  return made;
}

std::string begin(std::string_view bytes, std::string_view name) {
  if (bytes.empty())
    throw Error(ErrorKind::check, "the file is empty", "get it anew from where it came from");
  const Format& format = require_format(bytes, name);
  Inspection inspection;
  bool prepares = false;
  const std::string packed = answer(format, [&] {
    if (format.unpack) return made_of(format.unpack(bytes, 0));
    if (!format.prepare) return made_of(document_of(read_bytes(format, bytes, name), name));
    if (format.inspect) inspection = format.inspect(bytes);
    prepares = true;
    return Made();
  });
  return prepares ? answer(format, inspection) : packed;
}

std::string read_prepared(Unpacker& in, std::string_view bytes, std::string_view name) {
  const Format* format = find_format(in.text());
  const Format* reader = find_format(in.text());
  const std::vector<Notice> notices = read_notices(in);
  return answer(*format, [&] {
    ConvertedText text = read_bytes(*reader, bytes, name);
    text.format = format->name;
    text.media_type = format->media_type;
    text.notices.insert(text.notices.end(), notices.begin(), notices.end());
    return made_of(document_of(std::move(text), name));
  });
}

std::string take_step(std::string_view request) {
  Unpacker in(request);
  const Step step{in.number()};
  const std::string_view name = in.text();
  const std::string_view bytes = in.text();
  switch (step) {
    case Step::begin:
      return begin(bytes, name);
    case Step::read:
      return read_prepared(in, bytes, name);
    case Step::unpack:
      return answer(made_of(require_format(bytes, name).unpack(bytes, in.number())));
  }
  return {};
}

// ---- outside

Packer request_for(Step step, std::string_view name, std::string_view bytes) {
  Packer out;
  out.number(static_cast<std::uint64_t>(step));
  out.text(name);
  out.text(bytes);
  return out;
}

/// The tables that every document needs are read once, before the fork, and shared.
void warm_up() {
  Document document = document_of(convert("Report\n\n1. The office answers letters.\n", "a"), "a");
  read_document_xml(write_document_xml(document), "a");
}

std::string failure(std::string reason, std::string remedy, std::string_view format = {}) {
  Made made;
  made.format = format;
  made.reason = std::move(reason);
  made.remedy = std::move(remedy);
  return write_made(made);
}

/// The step's answer, or why there is none.
std::string without_throwing(const std::function<std::string()>& step) {
  try {
    return step();
  } catch (const Error& error) {
    return failure(error.what(), error.hint);
  } catch (const std::bad_alloc&) {
    return failure("there is not enough memory for it",
                   "run it again alone, or on a larger machine");
  } catch (const std::exception& error) {
    return failure(error.what(), "report this source: undex should know what is wrong with it");
  }
}

/// A cage that a source has taken over may answer anything.
Made made_of(std::string_view packed) {
  try {
    return read_made(packed);
  } catch (const Error& error) {
    Made made;
    made.reason = error.what();
    made.remedy = error.hint;
    return made;
  }
}

}  // namespace

std::string write_made(const Made& made) {
  Packer out;
  write(out, made);
  return out.take();
}

Made read_made(std::string_view bytes) {
  Unpacker in(bytes);
  return read(in);
}

/// What the cage wants done to a source before it reads it; without a format: nothing.
struct Preparing {
  const Format* format = nullptr;
  std::string kind;
  std::vector<Notice> notices;
};

struct DocumentMaker::State {
  Cage cage{take_step};
  bool warm = false;

  /// What the cage made of it, as it packed it; nothing when it is to be prepared first.
  std::string ask(Packer request, Preparing& preparing) {
    if (!std::exchange(warm, true)) warm_up();
    const std::string said = cage.call(request.take());
    Unpacker in(said);
    preparing.format = find_format(in.text());
    if (!preparing.format) return std::string(in.rest());
    preparing.kind = in.text();
    preparing.notices = read_notices(in);
    return {};
  }

  /// The same of a step after which nothing is left to prepare, whatever the cage says.
  std::string ask(Packer request) {
    Preparing preparing;
    std::string packed = ask(std::move(request), preparing);
    if (preparing.format)
      throw Error(ErrorKind::check, "its reader gave no document",
                  "report this source: undex should know what is wrong with it");
    return packed;
  }

  std::string begin(const NamedBytes& source, Preparing& preparing) {
    std::string packed = ask(request_for(Step::begin, source.name, source.bytes), preparing);
    if (preparing.format && !preparing.format->prepare) preparing = {};
    return packed;
  }

  std::string finish(const Preparing& preparing, Prepared prepared, std::string_view name) {
    if (!prepared.reason.empty())
      return failure(prepared.reason, prepared.remedy, preparing.format->name);
    Packer request = request_for(Step::read, name, prepared.bytes);
    request.text(preparing.format->name);
    request.text(prepared.reader.empty() ? preparing.format->name : prepared.reader);
    prepared.notices.insert(prepared.notices.end(), preparing.notices.begin(),
                            preparing.notices.end());
    write(request, prepared.notices);
    return ask(std::move(request));
  }

  /// Those of one start of the program of a format.
  void prepare(const Format& format, std::span<const NamedBytes> sources,
               std::span<const std::size_t> numbers, const std::vector<Preparing>& preparing,
               std::vector<std::string>& all) {
    std::vector<NamedBytes> group;
    for (const std::size_t number : numbers)
      group.push_back({sources[number].bytes, sources[number].name, preparing[number].kind});
    const std::string failed = without_throwing([&] {
      std::vector<Prepared> prepared = format.prepare(group);
      for (std::size_t i = 0; i < group.size(); ++i)
        all[numbers[i]] = without_throwing(
            [&] { return finish(preparing[numbers[i]], std::move(prepared[i]), group[i].name); });
      return std::string();
    });
    if (failed.empty()) return;
    for (const std::size_t number : numbers) all[number] = failed;
  }
};

DocumentMaker::DocumentMaker() : state_(new State) {}
DocumentMaker::DocumentMaker(DocumentMaker&&) noexcept = default;
DocumentMaker& DocumentMaker::operator=(DocumentMaker&&) noexcept = default;
DocumentMaker::~DocumentMaker() = default;

std::vector<std::string> DocumentMaker::make_packed(std::span<const NamedBytes> sources) {
  std::vector<std::string> all;
  std::vector<Preparing> preparing(sources.size());
  std::map<const Format*, std::vector<std::size_t>> waiting;
  for (std::size_t number = 0; number < sources.size(); ++number) {
    all.push_back(
        without_throwing([&] { return state_->begin(sources[number], preparing[number]); }));
    if (preparing[number].format) waiting[preparing[number].format].push_back(number);
  }
  for (const auto& [format, numbers] : waiting) {
    std::span<const std::size_t> left = numbers;
    while (!left.empty()) {
      const std::size_t count = std::min(left.size(), format->most_at_once);
      state_->prepare(*format, sources, left.first(count), preparing, all);
      left = left.subspan(count);
    }
  }
  return all;
}

std::string DocumentMaker::unpack_packed(const NamedBytes& source, std::size_t from) {
  return without_throwing([&] {
    Packer request = request_for(Step::unpack, source.name, source.bytes);
    request.number(from);
    return state_->ask(std::move(request));
  });
}

std::vector<Made> DocumentMaker::make(std::span<const NamedBytes> sources) {
  std::vector<Made> all;
  for (const std::string& packed : make_packed(sources)) {
    all.push_back(made_of(packed));
    all.back().document.provenance.size_bytes = sources[all.size() - 1].bytes.size();
  }
  return all;
}

Made DocumentMaker::make(const NamedBytes& source) {
  return std::move(make(std::span(&source, 1)).front());
}

Made DocumentMaker::unpack(const NamedBytes& source, std::size_t from) {
  return made_of(unpack_packed(source, from));
}

}  // namespace undex
