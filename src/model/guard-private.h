/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/guard.h"
#include "model/pin-record.h"

G_BEGIN_DECLS

struct _TrancheGuard {
  GObject parent_instance;

  TrancheSecrets *secrets;
  TranchePinRecord *record; /* (nullable): there is no PIN, or it is not known */
  gboolean known;
  gboolean busy;
};

typedef enum {
  TRANCHE_GUARD_WORK_LOAD,
  TRANCHE_GUARD_WORK_CHECK,
  TRANCHE_GUARD_WORK_CHANGE,
  TRANCHE_GUARD_WORK_LOCK,
  TRANCHE_GUARD_WORK_UNLOCK,
} TrancheGuardWork;

/* The data of a task of the guard. */
typedef struct {
  TrancheGuardWork work;
  char *pin;              /* (nullable) */
  char *new_pin;          /* (nullable) */
  TranchePinRecord *next; /* (nullable): what is to be kept from now on */
  gboolean right;
  GError *verdict;
} TrancheGuardJob;

/* @record: (nullable) (transfer full): what the keyring holds, as is known now */
void tranche_guard_set_record (TrancheGuard     *self,
                               TranchePinRecord *record);
void tranche_guard_job_free   (TrancheGuardJob  *job);
/* Does what the job of @task is for: reads the keyring where it is not known yet,
 * looks at the PIN, keeps what follows. Takes @task. */
void tranche_guard_work       (GTask            *task);

G_END_DECLS
