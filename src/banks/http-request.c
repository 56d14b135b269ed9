/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-request.h"

#include "banks/wipe.h"

TrancheHttpRequest *
tranche_http_request_new (const char *method,
                          const char *path,
                          const char *name)
{
  TrancheHttpRequest *self = g_new0 (TrancheHttpRequest, 1);

  self->method = g_strdup (method);
  self->path = g_strdup (path);
  self->name = g_strdup (name);
  self->priority = TRANCHE_PRIORITY_USER;
  self->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_free_wiped);

  return self;
}

void
tranche_http_request_free (TrancheHttpRequest *self)
{
  if (!self)
    return;

  g_free (self->method);
  g_free (self->path);
  g_free (self->name);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->accept);
  g_free (self->signature_header);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

void
tranche_http_request_add_header (TrancheHttpRequest *self,
                                 const char         *name,
                                 const char         *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}
