/* usage: ask_c ARCHIVE QUESTION [JSON]: prints the answer; else the error, with its kind as status. */
#include <stdio.h>
#include <undex/undex.h>

int main(int count, char** words) {
  undex_error* error = NULL;
  undex_archive* archive = undex_open(words[1], &error);
  char* answer = archive ? undex_call(archive, words[2], count > 3 ? words[3] : NULL, &error) : NULL;
  int status = undex_error_kind(error);
  if (undex_abi() != UNDEX_ABI) status = 99;
  if (answer)
    fputs(answer, stdout);
  else
    fprintf(stderr, "%s|%s|%ld\n", undex_error_text(error), undex_error_hint(error), undex_error_offset(error));
  undex_free(answer);
  undex_error_free(error);
  undex_close(archive);
  return status;
}
