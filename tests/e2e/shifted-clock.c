/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded before the program under test: its wall clock, and no other clock, is as
 * many seconds ahead as the 64-bit number in the file SHIFTED_CLOCK says, now. */

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile const int64_t *seconds;

__attribute__ ((constructor)) static void
find_seconds (void)
{
  const char *path = getenv ("SHIFTED_CLOCK");
  int file = path ? open (path, O_RDONLY | O_CLOEXEC) : -1;
  void *page;

  if (file < 0)
    return;

  page = mmap (NULL, sizeof *seconds, PROT_READ, MAP_SHARED, file, 0);
  close (file);
  if (page != MAP_FAILED)
    seconds = page;
}

int
clock_gettime (clockid_t        clock,
               struct timespec *now)
{
  int status = (int) syscall (SYS_clock_gettime, clock, now);

  if (status == 0 && seconds && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += *seconds;

  return status;
}

int
gettimeofday (struct timeval *restrict now,
              void           *restrict zone)
{
  struct timespec exact;

  clock_gettime (CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;

  return 0;
}

time_t
time (time_t *result)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (result)
    *result = now.tv_sec;

  return now.tv_sec;
}
