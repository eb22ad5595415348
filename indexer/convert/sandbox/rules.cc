#include "indexer/convert/sandbox/rules.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>

namespace undex {
namespace {

// The system headers of Debian 12 know only the first version of Landlock: rights of later ones are
// given by number.
constexpr std::uint64_t kRightsByVersion[] = {
    0, (1ULL << 13) - 1, (1ULL << 14) - 1, (1ULL << 15) - 1, (1ULL << 15) - 1, (1ULL << 16) - 1};
constexpr std::uint64_t kReadAndRun =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kReadAndRunFile = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE;

// Files and folders, also by renaming (1 << 13) and cutting short (1 << 14); no links, pipes,
// sockets or devices, so that a result is what it seems.
constexpr std::uint64_t kWork = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
                                LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                LANDLOCK_ACCESS_FS_MAKE_DIR | 1ULL << 13 | 1ULL << 14;

constexpr const char* kReadableFolders[] = {
    "/usr", "/lib", "/lib64", "/bin", "/etc/fonts", "/etc/alternatives", "/var/cache/fontconfig"};
constexpr const char* kReadableFiles[] = {"/etc/ld.so.cache", "/dev/null", "/dev/urandom"};

constexpr const char* kHollowCalls[] = {"bind", "listen"};
constexpr const char* kDeniedCalls[] = {"socketpair",
                                        "connect",
                                        "accept",
                                        "accept4",
                                        "sendto",
                                        "sendmsg",
                                        "sendmmsg",
                                        "ptrace",
                                        "process_vm_readv",
                                        "kill",
                                        "process_vm_writev",
                                        "mount",
                                        "umount2",
                                        "pivot_root",
                                        "chroot",
                                        "unshare",
                                        "setns",
                                        "fsopen",
                                        "fsmount",
                                        "move_mount",
                                        "open_tree",
                                        "bpf",
                                        "perf_event_open",
                                        "userfaultfd",
                                        "keyctl",
                                        "add_key",
                                        "request_key",
                                        "init_module",
                                        "finit_module",
                                        "delete_module",
                                        "kexec_load",
                                        "kexec_file_load",
                                        "reboot",
                                        "swapon",
                                        "swapoff",
                                        "io_uring_setup",
                                        "io_uring_enter",
                                        "io_uring_register",
                                        "setsid",
                                        "setpgid",
                                        "pidfd_send_signal",
                                        "pidfd_getfd",
                                        "tkill",
                                        "sethostname",
                                        "open_by_handle_at"};

// What computing needs, exceptions and the end of a process among it.
constexpr const char* kComputingCalls[] = {"read",         "readv",         "write",
                                           "writev",       "close",         "close_range",
                                           "dup2",         "brk",           "mmap",
                                           "munmap",       "mremap",        "mprotect",
                                           "madvise",      "futex",         "sched_yield",
                                           "getpid",       "gettid",        "getrandom",
                                           "getrusage",    "clock_gettime", "gettimeofday",
                                           "time",         "rt_sigaction",  "rt_sigprocmask",
                                           "rt_sigreturn", "sigaltstack",   "restart_syscall",
                                           "exit",         "exit_group"};

void allow(int ruleset, const char* path, std::uint64_t rights) {
  const Descriptor place(open(path, O_PATH | O_CLOEXEC));
  if (place.get() < 0) return;
  const landlock_path_beneath_attr rule{.allowed_access = rights, .parent_fd = place.get()};
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

bool is_folder(const std::string& path) {
  struct stat state;
  return stat(path.c_str(), &state) == 0 && S_ISDIR(state.st_mode);
}

void allow(int ruleset, const SandboxGrants& grants, std::uint64_t handled) {
  for (const std::string& path : grants.readable)
    allow(ruleset, path.c_str(),
          is_folder(path) ? kReadAndRun : std::uint64_t{LANDLOCK_ACCESS_FS_READ_FILE});
  if (!grants.folder.empty()) allow(ruleset, grants.folder.c_str(), kWork & handled);
}

/// What this kernel's Landlock can take away; 0 where there is none.
std::uint64_t handled_rights() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  return kRightsByVersion[version > 5 ? 5 : static_cast<std::size_t>(version)];
}

/// Under which no file can be opened.
Descriptor make_landlock(std::uint64_t rights) {
  if (rights == 0) return Descriptor();
  const landlock_ruleset_attr handled{.handled_access_fs = rights};
  return Descriptor(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0)));
}

Descriptor make_landlock(const std::string& program, const SandboxGrants& grants) {
  const std::uint64_t rights = handled_rights();
  Descriptor ruleset = make_landlock(rights);
  if (ruleset.get() < 0) return ruleset;
  for (const char* folder : kReadableFolders) allow(ruleset.get(), folder, kReadAndRun);
  for (const char* file : kReadableFiles) allow(ruleset.get(), file, LANDLOCK_ACCESS_FS_READ_FILE);
  allow(ruleset.get(), program.c_str(), kReadAndRunFile);
  allow(ruleset.get(), grants, rights);
  return ruleset;
}

void answer(scmp_filter_ctx context, const char* name, std::uint32_t action) {
  const int call = seccomp_syscall_resolve_name(name);
  if (call != __NR_SCMP_ERROR) seccomp_rule_add(context, action, call, 0);
}

void deny_sockets(scmp_filter_ctx context, bool hollow) {
  if (hollow)
    seccomp_rule_add(context, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
                     SCMP_A0(SCMP_CMP_NE, AF_UNIX));
  else
    answer(context, "socket", SCMP_ACT_ERRNO(EPERM));
  for (const char* name : kHollowCalls)
    answer(context, name, SCMP_ACT_ERRNO(hollow ? 0U : unsigned{EPERM}));
}

/// libseccomp writes its program to a file only; it is made here because the library allocates,
/// which the child of a threaded process must not do.
std::vector<std::uint64_t> exported(scmp_filter_ctx context) {
  static_assert(sizeof(sock_filter) == sizeof(std::uint64_t));
  std::vector<std::uint64_t> filter;
  const Descriptor file(memfd_create("undex-filter", MFD_CLOEXEC));
  if (file.get() >= 0 && seccomp_export_bpf(context, file.get()) == 0) {
    const off_t size = lseek(file.get(), 0, SEEK_END);
    filter.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
    if (pread(file.get(), filter.data(), static_cast<std::size_t>(size), 0) != size) filter.clear();
  }
  seccomp_release(context);
  return filter;
}

std::vector<std::uint64_t> make_sandbox_filter(bool hollow_sockets) {
  const scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
  if (!context) return {};
  deny_sockets(context, hollow_sockets);
  for (const char* name : kDeniedCalls) answer(context, name, SCMP_ACT_ERRNO(EPERM));
  return exported(context);
}

std::vector<std::uint64_t> make_cage_filter() {
  const scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!context) return {};
  for (const char* name : kComputingCalls) answer(context, name, SCMP_ACT_ALLOW);
  return exported(context);
}

}  // namespace

SandboxRules make_sandbox_rules(const std::string& program, const SandboxGrants& grants) {
  return {make_landlock(program, grants), make_sandbox_filter(grants.hollow_sockets)};
}

SandboxRules make_cage_rules() { return {make_landlock(handled_rights()), make_cage_filter()}; }

void enter(const SandboxRules& rules) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (rules.landlock.get() >= 0) syscall(SYS_landlock_restrict_self, rules.landlock.get(), 0);
  if (rules.filter.empty()) return;
  sock_fprog program{};
  program.len = static_cast<unsigned short>(rules.filter.size());
  program.filter = reinterpret_cast<sock_filter*>(const_cast<std::uint64_t*>(rules.filter.data()));
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

}  // namespace undex
