// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a session's import where services and calls are known and no layer is decided, until it is released: the work
// that tells of its progress waits there.
#pragma once

#include "app/desktop/session.h"

#include <atomic>
#include <memory>

#include <QSemaphore>

namespace bartizan::test {

class HeldImport {
public:
    explicit HeldImport(desktop::Session& session)
        : m_connection(QObject::connect(
              &session, &desktop::Session::progressed, &session,
              [state = m_state](Step step, qint64, qint64) {
                  if (step == Step::decidingLayers && !state->passed.exchange(true))
                      state->gate.acquire();
              },
              Qt::DirectConnection)) // in the import's thread
    {
    }
    ~HeldImport()
    {
        release();
        QObject::disconnect(m_connection);
    }
    HeldImport(const HeldImport&) = delete;
    HeldImport& operator=(const HeldImport&) = delete;

    void release() { m_state->gate.release(); }

private:
    struct State {
        QSemaphore gate;
        std::atomic<bool> passed = false;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
    QMetaObject::Connection m_connection;
};

} // namespace bartizan::test
