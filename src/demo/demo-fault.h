/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-target.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoFaultKind:
 * @TRANCHE_DEMO_FAULT_DELAY: nothing but the waiting
 * @TRANCHE_DEMO_FAULT_DROP: the connection is closed without an answer
 * @TRANCHE_DEMO_FAULT_RESET: the same, but it is reset
 * @TRANCHE_DEMO_FAULT_HALF: the connection is closed in the middle of the body
 * @TRANCHE_DEMO_FAULT_GARBAGE: a good status with a body that is not JSON
 * @TRANCHE_DEMO_FAULT_WRONG_TYPE: a required member becomes a list
 * @TRANCHE_DEMO_FAULT_TOO_MANY: 429 with Retry-After
 * @TRANCHE_DEMO_FAULT_FAILURE: 500
 * @TRANCHE_DEMO_FAULT_UNAVAILABLE: 503 with Retry-After
 * @TRANCHE_DEMO_FAULT_REDIRECT: 307 to another host; 302 when the request was
 *   carried out
 * @TRANCHE_DEMO_FAULT_ENDLESS: a body that never ends
 * @TRANCHE_DEMO_FAULT_DRIP: the answer comes a byte at a time
 */
typedef enum {
  TRANCHE_DEMO_FAULT_DELAY,
  TRANCHE_DEMO_FAULT_DROP,
  TRANCHE_DEMO_FAULT_RESET,
  TRANCHE_DEMO_FAULT_HALF,
  TRANCHE_DEMO_FAULT_GARBAGE,
  TRANCHE_DEMO_FAULT_WRONG_TYPE,
  TRANCHE_DEMO_FAULT_TOO_MANY,
  TRANCHE_DEMO_FAULT_FAILURE,
  TRANCHE_DEMO_FAULT_UNAVAILABLE,
  TRANCHE_DEMO_FAULT_REDIRECT,
  TRANCHE_DEMO_FAULT_ENDLESS,
  TRANCHE_DEMO_FAULT_DRIP,
} TrancheDemoFaultKind;

/**
 * TrancheDemoFault:
 * @kind: what goes wrong
 * @after: whether the request is carried out first
 * @method: (nullable): only requests of that HTTP method
 * @path: (nullable): only requests with such a path, where * is anything
 * @operation: (nullable): only requests for that, see #TrancheDemoTarget
 * @order: (nullable): only requests about that order
 * @first: how many of those requests there must have been, with this one
 * @last: after how many of them it ends; 0 is never
 * @count: how many times it happens at most; 0 is any number
 * @percent: how likely it is each time
 * @ms: milliseconds to wait before it happens; between the bytes of a drip
 * @retry_after: seconds of a Retry-After
 * @url: (nullable): where a redirection leads
 * @field: (nullable): the member that gets the wrong type
 * @n_matched: how many requests it could have happened to
 * @n_struck: how many it has happened to
 *
 * A rule of the plan by which the demo bank misbehaves.
 */
typedef struct {
  TrancheDemoFaultKind kind;
  gboolean after;
  char *method;
  char *path;
  char *operation;
  char *order;
  guint first;
  guint last;
  guint count;
  guint percent;
  guint ms;
  guint retry_after;
  char *url;
  char *field;

  guint n_matched;
  guint n_struck;
} TrancheDemoFault;

/* A rule for every request and always, and what is usual for the @kind, such as
 * "drop". Fails with %G_OPTION_ERROR. */
TrancheDemoFault *tranche_demo_fault_new    (const char              *kind,
                                             GError                 **error);
void              tranche_demo_fault_free   (TrancheDemoFault        *self);

/* Sets the member @name from its text. Fails with %G_OPTION_ERROR. */
gboolean          tranche_demo_fault_set    (TrancheDemoFault        *self,
                                             const char              *name,
                                             const char              *value,
                                             GError                 **error);
/* The words for all kinds, with blanks between them. (transfer full) */
char             *tranche_demo_fault_list_kinds (void);
/* Whether it happens to this request, which is thereby counted. @random is
 * asked once for each request that matches. */
gboolean          tranche_demo_fault_strike (TrancheDemoFault        *self,
                                             const char              *method,
                                             const char              *path,
                                             const TrancheDemoTarget *target,
                                             GRand                   *random);
/* Adds an object with what tranche_demo_fault_set() takes, and "matched" and
 * "struck". */
void              tranche_demo_fault_write  (const TrancheDemoFault  *self,
                                             JsonBuilder             *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoFault, tranche_demo_fault_free)

G_END_DECLS
