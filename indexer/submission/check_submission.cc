#include "indexer/submission/check.h"

namespace undex {

SubmissionCheck check_submission(const CheckRequest& request, const Call& call,
                                 const Archive* archive, DocumentMaker& maker) {
  return judge_submission(request, call, archive, maker.make(request.source));
}

}  // namespace undex
