/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * Prompter:
 *
 * What gnome-keyring asks to show its prompts: here without a window, closing
 * them or leaving them for ever.
 */
typedef struct _Prompter Prompter;

Prompter *prompter_new         (gboolean  closes);
void      prompter_free        (Prompter *self);
void      prompter_set_closes  (Prompter *self,
                                gboolean  closes);
/* How many prompts there were. */
guint     prompter_get_prompts (Prompter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Prompter, prompter_free)
