/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-route.h"

#include "banks/callback-source.h"
#include "banks/callback-token.h"
#include "banks/cfront-signature.h"
#include "banks/web-address.h"
#include "banks/wipe.h"

#define INTERVAL (G_USEC_PER_SEC / TRANCHE_CALLBACK_RATE)

struct _TrancheCallbackRoute {
  char *account_id;
  TrancheCallbackDialect dialect;
  char *token;
  /* Both only where callbacks are signed. */
  char *secret;
  char *signature_header;
  /* When the bucket is full again: every request moves it by an interval. */
  gint64 full_at;
};

TrancheCallbackRoute *
tranche_callback_route_new (const char             *account_id,
                            TrancheCallbackDialect  dialect,
                            const char             *secret,
                            const char             *signature_header)
{
  TrancheCallbackRoute *self;

  g_return_val_if_fail (account_id != NULL, NULL);
  g_return_val_if_fail (dialect != TRANCHE_CALLBACKS_NONE, NULL);
  g_return_val_if_fail (secret != NULL, NULL);

  self = g_rc_box_new0 (TrancheCallbackRoute);
  self->account_id = g_strdup (account_id);
  self->dialect = dialect;
  self->token = tranche_callback_token_new (account_id, secret);
  if (dialect == TRANCHE_CALLBACKS_CFRONT) {
    self->secret = g_strdup (secret);
    self->signature_header = g_strdup (signature_header ? signature_header : "signature");
  }

  return self;
}

TrancheCallbackRoute *
tranche_callback_route_ref (TrancheCallbackRoute *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (TrancheCallbackRoute *self)
{
  g_free (self->account_id);
  tranche_free_wiped (self->token);
  tranche_free_wiped (self->secret);
  g_free (self->signature_header);
}

void
tranche_callback_route_unref (TrancheCallbackRoute *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

const char *
tranche_callback_route_get_account_id (TrancheCallbackRoute *self)
{
  return self->account_id;
}

TrancheCallbackDialect
tranche_callback_route_get_dialect (TrancheCallbackRoute *self)
{
  return self->dialect;
}

const char *
tranche_callback_route_get_token (TrancheCallbackRoute *self)
{
  return self->token;
}

const char *
tranche_callback_route_get_signature_header (TrancheCallbackRoute *self)
{
  return self->signature_header;
}

char *
tranche_callback_route_make_address (TrancheCallbackRoute *self,
                                     const char           *public_url)
{
  gboolean ends = g_str_has_suffix (public_url, "/");

  if (!tranche_check_bank_address (public_url, NULL))
    return NULL;
  /* T-Bank refuses orders with any other. */
  if (self->dialect == TRANCHE_CALLBACKS_TBANK && !tranche_is_web_address (public_url, TRUE))
    return NULL;

  return g_strconcat (public_url, ends ? "" : "/", self->token, NULL);
}

gboolean
tranche_callback_route_take (TrancheCallbackRoute *self,
                             gint64                now)
{
  gint64 full_at = MAX (self->full_at, now) + INTERVAL;

  if (full_at - now > TRANCHE_CALLBACK_BURST * INTERVAL)
    return FALSE;

  self->full_at = full_at;
  return TRUE;
}

gboolean
tranche_callback_route_allows_source (TrancheCallbackRoute *self,
                                      GInetAddress         *peer,
                                      const char           *forwarded_for,
                                      const char           *real_ip)
{
  return self->dialect != TRANCHE_CALLBACKS_TBANK ||
         tranche_callback_source_is_tbank (peer, forwarded_for, real_ip);
}

gboolean
tranche_callback_route_verify (TrancheCallbackRoute *self,
                               GBytes               *body,
                               const char           *signature)
{
  return !self->signature_header || tranche_cfront_verify (body, self->secret, signature);
}
