/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-lane.h"

#include "model/live-schedule.h"

#include <gio/gio.h>

TrancheLiveLane *
tranche_live_lane_new (const char *account_id)
{
  TrancheLiveLane *self = g_new0 (TrancheLiveLane, 1);

  self->account_id = g_strdup (account_id);
  self->ready = tranche_watch_heap_new (tranche_watch_is_urgent_before);

  return self;
}

void
tranche_live_lane_free (TrancheLiveLane *self)
{
  g_free (self->account_id);
  tranche_watch_heap_free (self->ready);
  g_free (self);
}

void
tranche_live_lane_obey (TrancheLiveLane *self,
                        gint64           now,
                        guint            seconds)
{
  gint64 until = now + (gint64) MAX (seconds, 1) * G_USEC_PER_SEC;

  self->paused_at = now;
  self->paused_until = MAX (self->paused_until, until);
  self->obeying = TRUE;
}

void
tranche_live_lane_back_off (TrancheLiveLane *self,
                            gint64           now,
                            gint64           asked_at,
                            double           random)
{
  double seconds;

  /* Questions that fail together are one failure. */
  if (self->paused_at != 0 && asked_at <= self->paused_at)
    return;

  self->n_failures++;
  seconds = tranche_live_schedule_get_backoff (self->n_failures, random);
  self->paused_at = now;
  self->paused_until = MAX (self->paused_until, now + (gint64) (seconds * G_USEC_PER_SEC));
}

void
tranche_live_lane_succeed (TrancheLiveLane *self)
{
  self->n_failures = 0;
}

void
tranche_live_lane_resume (TrancheLiveLane *self)
{
  if (self->obeying)
    return;

  self->paused_until = 0;
  self->n_failures = 0;
}

gboolean
tranche_live_lane_is_local (TrancheAccount *account)
{
  const char *base_url = tranche_account_get_base_url (account);
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GInetAddress) address = NULL;
  const char *host = NULL;

  if (base_url == NULL)
    return FALSE;

  uri = g_uri_parse (base_url, G_URI_FLAGS_NONE, NULL);
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL)
    return FALSE;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;

  address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}

gboolean
tranche_live_lane_is_usable (TrancheConnection *connection,
                             gboolean           network)
{
  return connection != NULL &&
         tranche_connection_get_state (connection) == TRANCHE_CONNECTION_READY &&
         (network || tranche_live_lane_is_local (tranche_connection_get_account (connection)));
}
