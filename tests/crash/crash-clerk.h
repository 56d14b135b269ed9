/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "crash-shop.h"

G_BEGIN_DECLS

/**
 * CrashClerk:
 *
 * Creates, commits, cancels, refreshes and deletes orders and takes goods back
 * at random, several at a time, and says on the standard output, a line each, what was told to be
 * done: "done commit NUMBER".
 */
typedef struct _CrashClerk CrashClerk;

CrashClerk *crash_clerk_new  (CrashShop   *shop,
                              guint32      seed);
void        crash_clerk_free (CrashClerk  *self);

/* Works until there is nothing left to do, which is never. */
void        crash_clerk_work (CrashClerk  *self);

G_END_DECLS
