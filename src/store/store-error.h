/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRANCHE_STORE_ERROR (tranche_store_error_quark ())

/**
 * TrancheStoreError:
 * @TRANCHE_STORE_ERROR_DAMAGED: the file is not a database or is damaged; it was left as it is
 * @TRANCHE_STORE_ERROR_NEWER: a newer version of the program wrote it; it was left as it is
 * @TRANCHE_STORE_ERROR_LOCKED: another process has the book open for writing
 * @TRANCHE_STORE_ERROR_ACCESS: the file or its folder cannot be read or written
 * @TRANCHE_STORE_ERROR_FULL: the disk is full; nothing of the change was kept
 * @TRANCHE_STORE_ERROR_NOT_FOUND: there is no such row
 * @TRANCHE_STORE_ERROR_EXISTS: the account already has an order of that number
 * @TRANCHE_STORE_ERROR_BUSY: the order has an operation whose outcome is open
 * @TRANCHE_STORE_ERROR_FAILED: anything else that SQLite says
 * @TRANCHE_STORE_ERROR_GONE: the file was moved or deleted while it was open
 *
 * The message names the file and carries SQLite's text, never row contents.
 */
typedef enum {
  TRANCHE_STORE_ERROR_DAMAGED,
  TRANCHE_STORE_ERROR_NEWER,
  TRANCHE_STORE_ERROR_LOCKED,
  TRANCHE_STORE_ERROR_ACCESS,
  TRANCHE_STORE_ERROR_FULL,
  TRANCHE_STORE_ERROR_NOT_FOUND,
  TRANCHE_STORE_ERROR_EXISTS,
  TRANCHE_STORE_ERROR_BUSY,
  TRANCHE_STORE_ERROR_FAILED,
  TRANCHE_STORE_ERROR_GONE,
} TrancheStoreError;

GQuark tranche_store_error_quark (void);

G_END_DECLS
