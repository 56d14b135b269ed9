/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "await.h"

#define PATIENCE 60

void
await_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Await *await = user_data;

  g_assert_cmpuint (await->n_calls, ==, 0);
  await->n_calls++;
  await->result = g_object_ref (result);
}

static void
give_up_cb (gpointer user_data)
{
  g_error ("nothing has happened for %d seconds", PATIENCE);
}

void
await_until (gboolean (*condition) (gpointer data),
             gpointer   data)
{
  guint timer = g_timeout_add_seconds_once (PATIENCE, give_up_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static gboolean
has_result (gpointer data)
{
  Await *await = data;

  return await->result != NULL;
}

GAsyncResult *
await_result (Await *await)
{
  await_until (has_result, await);

  return g_steal_pointer (&await->result);
}

void
await_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
