#include "indexer/annotate_draft.h"

#include "indexer/convert/sandbox/cage.h"
#include "indexer/packed.h"

namespace undex {
namespace {

std::string annotate_packed(std::string_view request) {
  Unpacker in(request);
  const std::string_view bytes = in.text();
  DocxComments comments;
  comments.author = in.text();
  comments.date = in.text();
  for (std::uint64_t left = in.number(); left > 0; --left) comments.texts.emplace_back(in.text());
  for (std::uint64_t left = in.number(); left > 0; --left) {
    DocxComment& comment = comments.list.emplace_back();
    comment.text = in.number();
    comment.begin = in.number();
    comment.end = in.number();
    comment.says = in.text();
  }
  const AnnotatedDocx annotated = annotate_docx(bytes, comments);
  Packer out;
  out.text(annotated.bytes);
  out.number(annotated.unplaced);
  return out.take();
}

}  // namespace

AnnotatedDocx annotate_draft(std::string_view bytes, const DocxComments& comments) {
  Packer request;
  request.text(bytes);
  request.text(comments.author);
  request.text(comments.date);
  request.number(comments.texts.size());
  for (const std::string& text : comments.texts) request.text(text);
  request.number(comments.list.size());
  for (const DocxComment& comment : comments.list) {
    request.number(comment.text);
    request.number(comment.begin);
    request.number(comment.end);
    request.text(comment.says);
  }
  const std::string answer = Cage(annotate_packed).call(request.take());
  Unpacker in(answer);
  AnnotatedDocx annotated;
  annotated.bytes = in.text();
  annotated.unplaced = in.number();
  return annotated;
}

}  // namespace undex
