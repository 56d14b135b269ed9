/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the window does with books that are not open: those of daily backups, and
 * the one that it replaces.
 */

#include "store/backup-folder.h"
#include "store/book-keeping.h"
