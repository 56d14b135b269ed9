/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

void
tranche_window_forget_call (TrancheWindow *self)
{
  g_clear_pointer (&self->pending_action, g_free);
  g_clear_pointer (&self->pending_parameter, g_variant_unref);
  self->pin_asked = FALSE;
}

static gboolean
is_covered (TrancheWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

static gboolean
is_locked (TrancheWindow *self)
{
  return self->shop != NULL && tranche_guard_get_locked (tranche_shop_get_guard (self->shop));
}

static void
activate (TrancheWindow *self)
{
  g_autofree char *action = g_steal_pointer (&self->pending_action);
  g_autoptr (GVariant) parameter = g_steal_pointer (&self->pending_parameter);

  tranche_window_forget_call (self);
  g_action_group_activate_action (G_ACTION_GROUP (self), action, parameter);

  /* The order is shown, and its commit goes on by itself when the PIN was given. */
  if (g_str_equal (action, "commit-order"))
    tranche_window_ask_to_unlock (self);
}

static void
go_on_cb (gpointer user_data)
{
  TrancheWindow *self = user_data;

  self->call_id = 0;
  if (self->pending_action == NULL || self->workplace == NULL || is_covered (self))
    return;

  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self), self->pending_action)) {
    activate (self);
  } else if (is_locked (self) && !self->pin_asked) {
    self->pin_asked = TRUE;
    tranche_window_ask_to_unlock (self);
  } else {
    tranche_window_forget_call (self);
  }
}

void
tranche_window_go_on (TrancheWindow *self)
{
  /* A dialog that goes may have another one come. */
  if (self->call_id == 0 && self->pending_action != NULL)
    self->call_id = g_idle_add_once (go_on_cb, self);
}

void
tranche_window_run (TrancheWindow *self,
                    const char    *action,
                    GVariant      *parameter)
{
  g_return_if_fail (TRANCHE_IS_WINDOW (self));
  g_return_if_fail (action != NULL);

  tranche_window_forget_call (self);
  self->pending_action = g_strdup (action);
  if (parameter != NULL)
    self->pending_parameter = g_variant_ref_sink (parameter);

  tranche_window_go_on (self);
}
