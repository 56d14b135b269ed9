/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/guard.h"

G_BEGIN_DECLS

/**
 * TranchePinPurpose:
 * @TRANCHE_PIN_ASK: before a cancellation or a return
 * @TRANCHE_PIN_UNLOCK: to unlock the window
 * @TRANCHE_PIN_CHANGE: to set a PIN, or another one
 * @TRANCHE_PIN_REMOVE: to do without one
 */
typedef enum {
  TRANCHE_PIN_ASK,
  TRANCHE_PIN_UNLOCK,
  TRANCHE_PIN_CHANGE,
  TRANCHE_PIN_REMOVE,
} TranchePinPurpose;

#define TRANCHE_TYPE_PIN_DIALOG (tranche_pin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TranchePinDialog, tranche_pin_dialog, TRANCHE, PIN_DIALOG, AdwDialog)

/* Shows it over @parent. */
void     tranche_pin_dialog_present   (TrancheGuard         *guard,
                                       TranchePinPurpose     purpose,
                                       GtkWidget            *parent);
/* Succeeds once the PIN was typed, at once where there is none, and ends in
 * %G_IO_ERROR_CANCELLED when it was given up. */
void     tranche_pin_dialog_ask_async (TrancheGuard         *guard,
                                       GtkWidget            *parent,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean tranche_pin_dialog_ask_finish (TrancheGuard        *guard,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
