#ifndef UNDEX_UNDEX_H
#define UNDEX_UNDEX_H
/* The C interface of undex: open an archive, ask a question with a JSON object, get JSON back, the same that the command
 * of that name prints with --format json. docs/library.md lists the questions with their parameters, and the question
 * "questions" does. Texts are UTF-8 and end with a zero byte.
 *
 * Who owns: what a function returns through a char* or an undex_error** is the caller's, to be given to undex_free() or
 * undex_error_free(); const char* is not.
 * Threads: every function may be called by any thread. Calls on one archive wait for each other; open it once for each
 * thread that is to ask at the same time.
 * Failure: a function that fails returns NULL and, where `error` is not NULL, makes it point to what happened; else it
 * leaves NULL there. No exception leaves a function. */

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define UNDEX_C_API __attribute__((visibility("default")))
#else
#define UNDEX_C_API
#endif

/* Of this header. A library with the same ABI number has every function that is here, with the same meaning. */
#define UNDEX_ABI 1

/* What kind of failure: the exit status of the command. */
enum undex_kind {
  UNDEX_NOTHING = 1, /* nothing of that name is held; a search that finds nothing is an answer, no failure */
  UNDEX_USAGE = 2,   /* bad request or query */
  UNDEX_ARCHIVE = 3, /* archive or index missing or damaged */
  UNDEX_CHECK = 4,   /* a check failed */
  UNDEX_VERSION = 5, /* a form on the disk that this version does not read */
  UNDEX_FAULT = 6    /* no memory, or a fault of undex itself */
};

typedef struct undex_archive undex_archive;
typedef struct undex_error undex_error;

/* "0.1.0" */
UNDEX_C_API const char* undex_version(void);
/* UNDEX_ABI of the library that runs. */
UNDEX_C_API int undex_abi(void);
/* "format_version" of the JSON. */
UNDEX_C_API int undex_output_version(void);

/* An archive to be asked, by the path of its folder. A new index is seen by the next call. */
UNDEX_C_API undex_archive* undex_open(const char* folder, undex_error** error);
/* NULL is fine. */
UNDEX_C_API void undex_close(undex_archive* archive);

/* The answer to a question ("search") with the parameters of a JSON object; NULL is an empty one. */
UNDEX_C_API char* undex_call(undex_archive* archive, const char* question, const char* json, undex_error** error);
/* NULL is fine. */
UNDEX_C_API void undex_free(char* text);

/* Of NULL: 0 and empty texts. */
UNDEX_C_API int undex_error_kind(const undex_error* error);
/* What is wrong, in a line: "'A/1/1' is not held". */
UNDEX_C_API const char* undex_error_text(const undex_error* error);
/* What to do about it, or empty. */
UNDEX_C_API const char* undex_error_hint(const undex_error* error);
/* Of a mistake in a query: the byte of the query where it is; else -1. */
UNDEX_C_API long undex_error_offset(const undex_error* error);
/* NULL is fine. */
UNDEX_C_API void undex_error_free(undex_error* error);

#ifdef __cplusplus
}
#endif
#endif
