/* A disk under one process: LD_PRELOAD this. It writes down every write and sync of the database's
 * files, and lets writes fail on order.
 *
 * DISK_FOLDER: whose files; DISK_TRACE: where records are appended, if set; DISK_ORDER: a file whose
 * first four bytes are the errno that writes fail with, 0 for none.
 * A record: kind (w, t, s), file (0 database, 1 log), offset and length as 64 bits, then the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
static signed char known[MOST]; /* per descriptor: 0 not looked at, -1 not ours, 1 database, 2 log */
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static int trace = -1;
static volatile int32_t *order;

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("DISK_TRACE");
    if (where && *where) trace = open(where, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    where = getenv("DISK_ORDER");
    if (where && *where) {
        int fd = open(where, O_RDONLY | O_CLOEXEC);
        void *page = fd < 0 ? MAP_FAILED : mmap(NULL, 4, PROT_READ, MAP_SHARED, fd, 0);
        if (page != MAP_FAILED) order = page;
        if (fd >= 0) syscall(SYS_close, fd);
    }
}

static int file_of(int fd) {
    if (fd < 0 || fd >= MOST) return -1;
    if (known[fd]) return known[fd];
    char link[64], path[1024];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    const char *folder = getenv("DISK_FOLDER");
    known[fd] = -1;
    if (size > 0 && folder) {
        path[size] = 0;
        size_t length = strlen(folder);
        if (strncmp(path, folder, length) == 0) {
            if (strcmp(path + length, "/lapor.db") == 0) known[fd] = 1;
            if (strcmp(path + length, "/lapor.db-wal") == 0) known[fd] = 2;
        }
    }
    return known[fd];
}

static void note(char kind, int file, int64_t offset, const void *bytes, int64_t size) {
    if (trace < 0) return;
    char head[18];
    head[0] = kind;
    head[1] = (char)(file - 1);
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &size, 8);
    syscall(SYS_write, trace, head, sizeof head);
    if (bytes && size) syscall(SYS_write, trace, bytes, (size_t)size);
}

static int refused(void) {
    if (order && *order) {
        errno = *order;
        return 1;
    }
    return 0;
}

static ssize_t written(int fd, const void *bytes, size_t size, int64_t offset) {
    int file = file_of(fd);
    if (file <= 0) return syscall(SYS_pwrite64, fd, bytes, size, offset);
    if (refused()) return -1;
    pthread_mutex_lock(&one);
    note('w', file, offset, bytes, (int64_t)size);
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, size, offset);
    pthread_mutex_unlock(&one);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
    return written(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
    return written(fd, bytes, size, offset);
}

static int cut(int fd, int64_t size) {
    int file = file_of(fd);
    if (file <= 0) return (int)syscall(SYS_ftruncate, fd, size);
    if (refused()) return -1;
    pthread_mutex_lock(&one);
    note('t', file, size, NULL, 0);
    int done = (int)syscall(SYS_ftruncate, fd, size);
    pthread_mutex_unlock(&one);
    return done;
}

int ftruncate(int fd, off_t size) { return cut(fd, size); }

int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

static int synced(int fd, long call) {
    int file = file_of(fd);
    if (file <= 0) return (int)syscall(call, fd);
    if (refused()) return -1;
    pthread_mutex_lock(&one);
    int done = (int)syscall(call, fd);
    if (done == 0) note('s', file, 0, NULL, 0);
    pthread_mutex_unlock(&one);
    return done;
}

int fsync(int fd) { return synced(fd, SYS_fsync); }

int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int close(int fd) {
    if (fd >= 0 && fd < MOST) known[fd] = 0;
    return (int)syscall(SYS_close, fd);
}
