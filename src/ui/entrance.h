/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/application.h"

G_BEGIN_DECLS

/*
 * The ways into the program that the desktop offers, as actions of the
 * application: `new-order` and `needs-action` of its launcher, `open-order`
 * (int64) of a notification and of the desktop's search, `search` (string), and
 * of notifications `commit-order` (int64), which asks about the commit,
 * `missed-plans` and `fix-account` (string).
 * Each raises the window first.
 */
void tranche_entrance_install (TrancheApplication *application);

/* Shows the orders that links lead to. */
void tranche_entrance_open    (TrancheApplication *application,
                               GFile             **files,
                               int                 n_files);

G_END_DECLS
